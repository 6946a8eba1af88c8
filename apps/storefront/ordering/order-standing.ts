import type { Tone } from '@xihuo/ui';
import type { ListedOrder } from './use-order';

export type Standing = 'toPay' | 'closing' | 'toShip' | 'partShipped' | 'toReceive' | 'received' | 'done' | 'cancelled';

/**
 * One word for a whole order in a list. Its parts go their own ways: what needs the buyer or is still awaited comes first, what is over
 * comes last.
 */
export function standingOf(
  order: Pick<ListedOrder, 'state'> & { supplierOrders: readonly { state: string }[] },
): Standing {
  if (order.state === 'awaitingPayment') return 'toPay';
  if (order.state === 'expiring') return 'closing';
  const parts = order.supplierOrders.map(({ state }) => state).filter((state) => state !== 'cancelled');
  if (order.state === 'cancelled' || parts.length === 0) return 'cancelled';
  const has = (state: string) => parts.includes(state);
  if (has('toShip')) return parts.every((state) => state === 'toShip') ? 'toShip' : 'partShipped';
  if (has('shipped')) return 'toReceive';
  return has('received') ? 'received' : 'done';
}

export const standingTones: Record<Standing, Tone> = {
  toPay: 'attention',
  closing: 'attention',
  toShip: 'info',
  partShipped: 'info',
  toReceive: 'info',
  received: 'good',
  done: 'good',
  cancelled: 'neutral',
};
