import type { states } from '@xihuo/kernel';

export const ORDER_STATES = ['awaitingPayment', 'expiring', 'onTerms', 'paid', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export type OrderEvent = 'pay' | 'draw' | 'expire' | 'cancel' | 'keep' | 'reopen' | 'owe';

/**
 * How an order stands for whoever bought it, as lists are narrowed by it. Parts go their own ways, so one order may stand in several:
 * `done` once nothing of it is on its way any more, `toReview` where something was received of which no review is written, `afterSale`
 * where something of it was ever claimed.
 */
export const ORDER_STANDINGS = ['toPay', 'toShip', 'toReceive', 'toReview', 'done', 'cancelled', 'afterSale'] as const;
export type OrderStanding = (typeof ORDER_STANDINGS)[number];

/**
 * The order as the buyer pays it. `expiring`: cancelling at the provider is under way, stock is still held. `onTerms`: an
 * organisation's, sent before it is paid. `reopen`: it ran out of time, and its money came while its goods were still there. `owe`: the
 * transfer that paid what was on terms never came.
 */
export const orderStates: states.StateTable<OrderState, OrderEvent> = {
  initial: 'awaitingPayment',
  table: {
    awaitingPayment: { pay: 'paid', draw: 'onTerms', expire: 'expiring', cancel: 'cancelled' },
    onTerms: { pay: 'paid' },
    expiring: { pay: 'paid', cancel: 'cancelled', keep: 'awaitingPayment' },
    paid: { owe: 'onTerms' },
    cancelled: { reopen: 'paid' },
  },
};

export type SupplierOrderState = 'awaitingPayment' | 'toShip' | 'shipped' | 'received' | 'released' | 'cancelled';
export type SupplierOrderEvent = 'pay' | 'ship' | 'receive' | 'release' | 'cancel' | 'reopen';

/** One supplier's part of an order. `released`: the after-sale window is over, the money may be settled. */
export const supplierOrderStates: states.StateTable<SupplierOrderState, SupplierOrderEvent> = {
  initial: 'awaitingPayment',
  table: {
    awaitingPayment: { pay: 'toShip', cancel: 'cancelled' },
    toShip: { ship: 'shipped' },
    shipped: { receive: 'received' },
    received: { release: 'released' },
    released: {},
    cancelled: { reopen: 'toShip' },
  },
};

export const PURCHASE_STATES = ['awaitingApproval', 'issued', 'rejected', 'withdrawn'] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];
export type PurchaseEvent = 'approve' | 'issue' | 'reject' | 'withdraw';

/** An organisation's purchase order on its way through the approval chain; issued, it is an order with all that follows. */
export const purchaseStates: states.StateTable<PurchaseState, PurchaseEvent> = {
  initial: 'awaitingApproval',
  table: {
    awaitingApproval: { approve: 'awaitingApproval', issue: 'issued', reject: 'rejected', withdraw: 'withdrawn' },
    issued: {},
    rejected: {},
    withdrawn: {},
  },
};
