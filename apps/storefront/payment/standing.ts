import type { Output } from '@xihuo/ui';

type Order = Output<'GET /orders/{id}'>;

/**
 * What stands between an order and its payment, as the buyer has to see it:
 * `confirming` the provider's word is on its way, `noWord` it did not come within a minute, `refused` it was no,
 * `calledOff` the buyer gave up at the cashier and may begin anew, `open` nobody has tried, `closing` and `settled` there is nothing to pay.
 */
export type Standing = 'open' | 'confirming' | 'noWord' | 'refused' | 'calledOff' | 'closing' | 'settled';

interface Facts {
  order: Pick<Order, 'state' | 'paymentState'>;
  /** This browser has gone to the cashier and has not learnt yet how it ended. */
  left: boolean;
  /** We have looked for a minute. */
  gaveUp: boolean;
}

/** By the server's word alone; that the browser left for the cashier only says that a word may be on its way. */
export function standingOf({ order, left, gaveUp }: Facts): Standing {
  if (order.state === 'paid' || order.state === 'cancelled') return 'settled';
  // The money is there; the order follows in a moment.
  if (order.paymentState === 'captured') return 'confirming';
  if (order.state === 'expiring') return 'closing';
  // A new attempt takes the payment out of both before the browser leaves, so they speak of this attempt.
  if (order.paymentState === 'failed') return 'refused';
  if (order.paymentState === 'cancelled') return 'calledOff';
  if (!left) return 'open';
  return gaveUp ? 'noWord' : 'confirming';
}
