import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { shownCount } from '../rules/breakdown';
import { countHouseholdTotal, householdTotal } from '../store/household-total.sql';

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/** What came to farm households through this platform, as it was counted last; null where too few are behind it. */
export async function viewHouseholdTotal(
  database: Pick<Database, 'read'>,
): Promise<ResponseOf<'GET /household-total'>> {
  const [row] = await database.read(householdTotal);
  const households = row ? shownCount(row.households) : null;
  if (!row || households === null) return { total: null };
  return {
    total: {
      households,
      ...{ settled: wire(row.settled_fen), paid: wire(row.paid_fen), asOf: row.counted_at.toISOString() },
    },
  };
}

/** Counts it anew. */
export async function countTotal(tx: Tx): Promise<void> {
  await tx.sql(countHouseholdTotal, [tx.now]);
}
