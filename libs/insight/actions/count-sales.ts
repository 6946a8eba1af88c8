import type { Database, Tx } from '@xihuo/platform';
import {
  addUpMonths,
  countAlone,
  countDays,
  keepLines,
  noteCounted,
  salesAmiss,
  takeStale,
} from '../store/count-sales.sql';

/** So many days are counted in one transaction: the days of a month, of which most changed by a late refund or two. */
export const DAYS_AT_ONCE = 31;

/**
 * Counts the days anew that something happened to since they were counted last, the last first. The marks go in the same transaction:
 * whoever is killed in between has changed nothing, and a day that is counted twice comes to the same.
 * @returns how many days were counted; DAYS_AT_ONCE where there may be more
 */
export async function countSales(tx: Tx): Promise<number> {
  await tx.sql(countAlone);
  const days = (await tx.sql(takeStale, [DAYS_AT_ONCE])).map(({ day }) => day);
  if (days.length > 0) {
    for (const part of [...countDays, ...addUpMonths, keepLines]) await tx.sql(part, [days]);
  }
  // Where more may be left, what is kept is not of now.
  if (days.length < DAYS_AT_ONCE) await tx.sql(noteCounted, [tx.now]);
  return days.length;
}

/** Days and keys that are kept otherwise than a count of every order comes to; none where nothing happened since the last count. */
export async function salesDiffering(database: Pick<Database, 'read'>) {
  return database.read(salesAmiss);
}
