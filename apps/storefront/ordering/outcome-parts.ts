import type { Output } from '@xihuo/ui';
import type { Part } from '../trace/grains';

export type OutcomePart = Output<'GET /orders/{id}/outcome'>['parts'][number];
const PAYEES = ['households', 'collectives', 'supplier', 'freight', 'platform'] as const;
export type Payee = (typeof PAYEES)[number];

/** What each had of what is settled, with its share in basis points; whoever had nothing is left out. */
export function shownParts(part: OutcomePart): (Part<Payee> & { amount: OutcomePart['paid'] })[] {
  const amounts = { ...part, households: part.households.amount };
  const whole = PAYEES.reduce((all, payee) => all + BigInt(amounts[payee].amount), 0n);
  return PAYEES.filter((payee) => amounts[payee].amount !== '0').map((payee) => ({
    payee,
    amount: amounts[payee],
    basisPoints: Number((BigInt(amounts[payee].amount) * 10_000n) / whole),
  }));
}

/** Parts of whose money there is something to tell: paid for, and not all called off or given back. */
export function toldParts(parts: readonly OutcomePart[]): OutcomePart[] {
  return parts.filter(({ state }) => state !== 'none' && state !== 'awaitingPayment');
}
