import type { ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { comingWhen, yearsFrom } from '../rules/outlook';
import { comingOf, todayOf, yearsOf } from '../store/outlook.sql';

/** When a household's money can come, and what it earned in which year. */
export async function viewOutlook(database: Database, householdId: string): Promise<ResponseOf<'GET /me/outlook'>> {
  const [[now], coming, years] = await Promise.all([
    database.read(todayOf, []),
    database.read(comingOf, [householdId]),
    database.read(yearsOf, [householdId]),
  ]);
  must(now, 'there is a today');
  return {
    today: now.today,
    coming: coming.map((row) => ({
      supplier: { id: row.supplier_id, name: row.supplier_name },
      open: money.toWire(money.fen(row.open_fen)),
      ...comingWhen(row),
    })),
    years: yearsFrom(years),
  };
}
