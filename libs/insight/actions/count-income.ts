import type { Database, Tx } from '@xihuo/platform';
import { countIncomeOf, dropIncome, incomeAmiss, takeStaleIncome } from '../store/income.sql';
import { countAlone } from '../store/count-sales.sql';

/** Households and months in one transaction. */
export const INCOMES_AT_ONCE = 5_000;

/** Counts anew what households earned in months that something changed in, as `countSales` does days. @returns how many */
export async function countIncome(tx: Tx): Promise<number> {
  await tx.sql(countAlone);
  const stale = await tx.sql(takeStaleIncome, [INCOMES_AT_ONCE]);
  if (stale.length > 0) {
    const wanted = [stale.map((row) => row.household_id), stale.map(({ month }) => month)];
    await tx.sql(dropIncome, wanted);
    await tx.sql(countIncomeOf, wanted);
  }
  return stale.length;
}

/** Months and households that are kept otherwise than a count of all that is owed comes to. */
export async function incomeDiffering(database: Pick<Database, 'read'>) {
  return database.read(incomeAmiss);
}
