import { money } from '@xihuo/kernel';

type Fen = money.Fen;

/** What has happened to one leg; what was sent back (unsplit, reversed) is already taken off. */
export interface LegState {
  amountFen: Fen;
  refundedFen: Fen;
  splitFen: Fen;
  releasedFen: Fen;
}

/** 30 %: what the licensed institutions let go to others by default. */
export const splitLimitBp = 3_000n;

/** Days a captured payment may stay with the institution before it pays the sub-merchant by itself. */
export const holdDays = 180;

const dayMs = 24 * 3_600 * 1_000;

export const mustReleaseBy = (capturedAt: Date): Date => new Date(capturedAt.getTime() + holdDays * dayMs);

/** What still lies with the institution for this leg. */
export function heldFen(leg: LegState): Fen {
  return notNegative(leg.amountFen - leg.refundedFen - leg.splitFen - leg.releasedFen);
}

/** What may yet be split off: within 30 % of the leg, and not more than is held. */
export function splittableFen(leg: LegState): Fen {
  const allowed = notNegative(money.basisPoints(leg.amountFen, splitLimitBp) - leg.splitFen);
  return allowed < heldFen(leg) ? allowed : heldFen(leg);
}

export function refundableFen(leg: LegState): Fen {
  return notNegative(leg.amountFen - leg.refundedFen);
}

/** What the sub-merchant has to give back, once a refund took more than was still held. */
export function overpaidFen(leg: LegState): Fen {
  const over = notNegative(leg.refundedFen + leg.splitFen + leg.releasedFen - leg.amountFen);
  return over < leg.releasedFen ? over : leg.releasedFen;
}

const notNegative = (amount: bigint): Fen => money.fen(amount < 0n ? 0n : amount);
