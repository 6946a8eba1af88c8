import type { Output, Tone } from '@xihuo/ui';
import type { Purchase } from './organisation';

export const purchaseTones: Record<Purchase['state'], Tone> = {
  awaitingApproval: 'attention',
  issued: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

export const leadTones: Record<Output<'GET /me/leads'>['data'][number]['state'], Tone> = {
  new: 'info',
  contacted: 'info',
  quoted: 'attention',
  ordered: 'good',
  lost: 'neutral',
  withdrawn: 'neutral',
};

type PartState = NonNullable<Output<'GET /purchase-orders/{id}'>['order']>['supplierOrders'][number]['state'];

export const partTones: Record<PartState, Tone> = {
  awaitingPayment: 'attention',
  toShip: 'info',
  shipped: 'attention',
  received: 'good',
  released: 'good',
  cancelled: 'neutral',
};
