import type { states } from '@xihuo/kernel';

export type OrderState = 'awaitingPayment' | 'expiring' | 'paid' | 'cancelled';
export type OrderEvent = 'pay' | 'expire' | 'cancel' | 'keep';

/** The order as the buyer pays it. `expiring`: cancelling at the provider is under way, stock is still held. */
export const orderStates: states.StateTable<OrderState, OrderEvent> = {
  initial: 'awaitingPayment',
  table: {
    awaitingPayment: { pay: 'paid', expire: 'expiring', cancel: 'cancelled' },
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
