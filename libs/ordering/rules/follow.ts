import type { ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';

type Part = ResponseOf<'GET /orders/{id}'>['follow']['parts'][number];

/** What of a part says what may be done about time. */
export interface TimedPart {
  state: string;
  paid_at: Date | null;
  placed_at: Date;
  shipped_at: Date | null;
  delivered_at: Date | null;
  reminded_at: Date | null;
  extended_days: number | null;
}

export interface FollowTerms {
  shipWithinHours: number;
  autoReceiptDays: number;
  autoReceiptAfterDeliveryHours: number;
}

/** Hours after which a seller may be reminded again. */
export const REMIND_AGAIN_HOURS = 24;

/** Until when a part is to be sent, counted from its payment, or from its order where it is paid later. */
export function shipBy(part: TimedPart, { shipWithinHours }: FollowTerms): Date | null {
  return part.state === 'toShip' ? time.addHours(part.paid_at ?? part.placed_at, shipWithinHours) : null;
}

/** When a part on its way counts as received: so long after it left or, sooner, after all of it was delivered; later where it was put off. */
export function receiveBy(part: TimedPart, terms: FollowTerms): Date | null {
  if (part.state !== 'shipped' || part.shipped_at === null) return null;
  const off = 24 * (part.extended_days ?? 0);
  const byTerm = time.addHours(part.shipped_at, 24 * terms.autoReceiptDays + off);
  if (part.delivered_at === null) return byTerm;
  const byDelivery = time.addHours(part.delivered_at, terms.autoReceiptAfterDeliveryHours + off);
  return byDelivery < byTerm ? byDelivery : byTerm;
}

/** The seller is reminded where the part waits, once in a day; the receipt is put off once, where the part is on its way. */
export function mayFollow(part: TimedPart, now: Date): Part['may'] {
  const again = part.reminded_at === null || time.addHours(part.reminded_at, REMIND_AGAIN_HOURS) <= now;
  return { remind: part.state === 'toShip' && again, extend: part.state === 'shipped' && part.extended_days === null };
}
