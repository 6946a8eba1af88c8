import { FUNDING_ORDER } from './priority';

export interface OpenDebt {
  id: string;
  kind: (typeof FUNDING_ORDER)[number];
  earnedOn: string;
  openFen: bigint;
}

/**
 * Lays a payment over open debts as settlement would: wages first, within a kind the oldest, ties by id. Null where the debts
 * are less than the payment: nobody is paid what is not owed.
 */
export function spreadPayment(
  amountFen: bigint,
  debts: readonly OpenDebt[],
): { id: string; amountFen: bigint }[] | null {
  const rank = (debt: OpenDebt) => FUNDING_ORDER.indexOf(debt.kind);
  const order = [...debts].sort(
    (a, b) => rank(a) - rank(b) || (a.earnedOn < b.earnedOn ? -1 : a.earnedOn > b.earnedOn ? 1 : a.id < b.id ? -1 : 1),
  );
  const parts: { id: string; amountFen: bigint }[] = [];
  let left = amountFen;
  for (const { id, openFen } of order) {
    const part = left < openFen ? left : openFen;
    if (part > 0n) parts.push({ id, amountFen: part });
    left -= part;
  }
  return left === 0n ? parts : null;
}
