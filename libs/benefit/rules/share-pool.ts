import { money, must } from '@xihuo/kernel';

export interface PoolWanted {
  declaredFen: bigint;
  /** Rents that are due whatever is declared, and come out of it first. */
  rents: readonly { id: string; fen: bigint }[];
  collectiveBp: bigint | null;
  shares: readonly { id: string; shares: bigint }[];
}

export interface SharedPool {
  rents: Map<string, bigint>;
  collectiveFen: bigint;
  dividends: Map<string, bigint>;
}

/**
 * Shares a declared pool: rents in full, the collective's basis points of the rest (rounded down), and what is left over the
 * shares by largest remainder, ties to the smaller id. The parts are the whole, to the fen; where nobody holds shares for what is
 * left, nothing is shared at all.
 */
export function sharePool({
  declaredFen,
  rents,
  collectiveBp,
  shares,
}: PoolWanted): SharedPool | 'POOL_TOO_SMALL' | 'POOL_WITHOUT_PAYEES' {
  const rentOfEach = new Map(rents.map((rent) => [rent.id, rent.fen]));
  const rentFen = [...rentOfEach.values()].reduce((all, one) => all + one, 0n);
  if (rentFen > declaredFen) return 'POOL_TOO_SMALL';
  const rest = declaredFen - rentFen;
  const holders = shares.filter((holder) => holder.shares > 0n);
  const collectiveFen = collectiveBp === null ? 0n : (rest * collectiveBp) / 10_000n;
  const dividendFen = rest - collectiveFen;
  if (dividendFen > 0n && holders.length === 0) return 'POOL_WITHOUT_PAYEES';
  const dividends = money.allocate(
    money.fen(dividendFen),
    holders.map((holder) => ({ id: holder.id, weight: holder.shares })),
  );
  must(rentFen + collectiveFen + money.sum(dividends.values()) === declaredFen, 'the parts of a pool are the whole');
  return { rents: rentOfEach, collectiveFen, dividends };
}
