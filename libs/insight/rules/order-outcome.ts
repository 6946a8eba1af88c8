import type { machines, ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import { shownCount } from './breakdown';
import { comingWhen } from './outlook';

type Outcome = ResponseOf<'GET /orders/{id}/outcome'>['parts'][number];

/** One supplier's part; sums in fen, days in Asia/Shanghai. */
export interface OutcomePartRow {
  id: string;
  state: machines.SupplierOrderState;
  today: string;
  released_on: string | null;
  window_ends_on: string | null;
  /** The order is paid, or on terms. */
  is_going: boolean;
  amount_fen: bigint;
  /** Of a part that was called off all of it went back, whatever is noted here. */
  refunded_fen: bigint;
  held_fen: bigint;
  /** Settled of what the buyer paid, what of it was for the goods, and what funders added. */
  settled_fen: bigint;
  settled_goods_fen: bigint;
  subsidy_fen: bigint;
  fee_fen: bigint;
  dues_fen: bigint;
  payable_fen: bigint;
  settled_until: string | null;
  late_fen: bigint;
  rebates_back_fen: bigint;
  rules: string[];
}

export interface OutcomeShareRow {
  supplier_order_id: string;
  /** Null: of all kinds together. */
  kind: Outcome['households']['kinds'][number]['kind'] | null;
  fen: bigint;
  /** Of it, what village collectives had. */
  collective_fen: bigint;
  households: number;
  rules: string[];
}

type Part = Pick<OutcomePartRow, 'state' | 'today' | 'released_on' | 'window_ends_on'>;

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/** How far the money has come, and the first day on which the next of it can be settled. */
export function standing(
  part: Part,
  sums: { openFen: bigint; heldFen: bigint; isSettled: boolean },
): Pick<Outcome, 'state' | 'expectedOn'> {
  if (part.state === 'cancelled') return { state: 'none', expectedOn: null };
  if (part.state === 'awaitingPayment') return { state: 'awaitingPayment', expectedOn: null };
  if (part.state === 'released' && sums.openFen === 0n && sums.heldFen === 0n)
    return { state: sums.isSettled ? 'settled' : 'none', expectedOn: null };
  const next = sums.openFen === 0n ? null : comingWhen({ ...part, on_the_way: true });
  if (sums.isSettled) return { state: 'partly', expectedOn: next?.on ?? null };
  if (!next) return { state: sums.heldFen > 0n ? 'partly' : 'none', expectedOn: null };
  must(next.state !== 'unsold', 'what was ordered is sold');
  return { state: next.state, expectedOn: next.on };
}

/**
 * What households had together, and of which kinds. With fewer than ten of them behind any kind, what the kinds had singly is not told:
 * it would be told of single people, and one kind that is left out is the whole less the others.
 */
export function householdsOf(shares: readonly OutcomeShareRow[]): Outcome['households'] {
  const all = shares.find((share) => share.kind === null);
  const kinds = shares.filter((share) => share.kind !== null && share.fen > share.collective_fen);
  const isTold = kinds.length === 1 || kinds.every((share) => shownCount(share.households) !== null);
  return {
    amount: wire((all?.fen ?? 0n) - (all?.collective_fen ?? 0n)),
    count: shownCount(all?.households ?? 0),
    kinds: kinds.map((share) => ({
      kind: share.kind!,
      amount: isTold ? wire(share.fen - share.collective_fen) : null,
    })),
  };
}

/** What became of the money of one supplier's part. */
export function outcomeOf(part: OutcomePartRow, shares: readonly OutcomeShareRow[]): Outcome {
  const paidFen = part.is_going ? part.amount_fen : 0n;
  const stayedFen = paidFen - part.held_fen - part.settled_fen;
  const refundedFen = part.state === 'cancelled' ? stayedFen : part.refunded_fen;
  const openFen = stayedFen - refundedFen;
  must(openFen >= 0n, 'no more is settled than was paid and stayed');
  const all = shares.find((share) => share.kind === null);
  must((all?.fen ?? 0n) === part.dues_fen, 'what a line gave to households is the sum of their shares');
  const carriedFen = part.settled_fen - part.settled_goods_fen;
  // Wages and floor prices come first, out of the freight too where the goods did not bring enough: then less of it is left.
  const freightFen = carriedFen < part.payable_fen ? carriedFen : part.payable_fen;
  const isSettled = part.settled_until !== null;
  return {
    supplierOrderId: part.id,
    ...standing(part, { openFen, heldFen: part.held_fen, isSettled }),
    settledUntil: part.settled_until,
    paid: wire(paidFen),
    subsidies: wire(part.subsidy_fen),
    refunded: wire(refundedFen),
    held: wire(part.held_fen),
    open: wire(openFen),
    households: householdsOf(shares),
    collectives: wire(all?.collective_fen ?? 0n),
    supplier: wire(part.payable_fen - freightFen),
    freight: wire(freightFen),
    platform: wire(part.fee_fen),
    later: { refunded: wire(part.late_fen), rebates: wire(part.rebates_back_fen) },
    rules: [...new Set([...part.rules, ...shares.flatMap((share) => share.rules)])].sort(),
  };
}
