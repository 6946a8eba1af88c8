import type { Tone } from '@xihuo/ui';
import type { Order } from './use-order';

export const orderTones: Record<Order['state'], Tone> = {
  awaitingPayment: 'attention',
  expiring: 'attention',
  onTerms: 'info',
  paid: 'good',
  cancelled: 'neutral',
};
