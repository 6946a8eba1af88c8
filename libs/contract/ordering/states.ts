import type { states } from '@xihuo/kernel';

export const ORDER_STATES = ['awaitingPayment', 'expiring', 'onTerms', 'paid', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
export type OrderEvent = 'pay' | 'draw' | 'expire' | 'cancel' | 'keep';

/**
 * The order as the buyer pays it. `expiring`: cancelling at the provider is under way, stock is still held. `onTerms`: an
 * organisation's, sent before it is paid.
 */
export const orderStates: states.StateTable<OrderState, OrderEvent> = {
  initial: 'awaitingPayment',
  table: {
    awaitingPayment: { pay: 'paid', draw: 'onTerms', expire: 'expiring', cancel: 'cancelled' },
    onTerms: { pay: 'paid' },
    expiring: { pay: 'paid', cancel: 'cancelled', keep: 'awaitingPayment' },
    paid: {},
    cancelled: {},
  },
};

export type SupplierOrderState = 'awaitingPayment' | 'toShip' | 'shipped' | 'received' | 'released' | 'cancelled';
export type SupplierOrderEvent = 'pay' | 'ship' | 'receive' | 'release' | 'cancel';

/** One supplier's part of an order. `released`: the after-sale window is over, the money may be settled. */
export const supplierOrderStates: states.StateTable<SupplierOrderState, SupplierOrderEvent> = {
  initial: 'awaitingPayment',
  table: {
    awaitingPayment: { pay: 'toShip', cancel: 'cancelled' },
    toShip: { ship: 'shipped' },
    shipped: { receive: 'received' },
    received: { release: 'released' },
    released: {},
    cancelled: {},
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
