import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { addWorkingDaysSql } from '../store/calendar.sql';

/** The working day so many after a date (YYYY-MM-DD), by the calendar with its exchanged days (调休). */
export async function addWorkingDays(where: Tx | Database, from: string, days: number): Promise<string> {
  must(Number.isInteger(days) && days >= 0 && days <= 2000, 'working days are counted forward');
  const values = [from, days];
  const [row] =
    'sql' in where ? await where.sql(addWorkingDaysSql, values) : await where.read(addWorkingDaysSql, values);
  must(row, 'a day follows every day');
  return row.day;
}
