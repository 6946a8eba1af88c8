import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { rentOfDays } from '../../rules/land-rent';
import { holdLettingDue, holdLettingOf, insertRents, rentsOfYear, rentsOver, type RentRow } from '../../store/rent.sql';
import { owe } from '../owe';

/** Agreements of one transaction; the rest in the next. */
const BATCH = 200;

/** The last day that is over: today's rent may still be another agreement's. */
export const lastDayOver = (today: string): string => time.addDays(today, -1);

/**
 * Owes the rent of every year, or term, that is over, by the days on which the agreement bound, whether or not there is a pool and
 * whenever this runs; a day is owed once.
 *
 * @returns how many agreements were looked at
 */
export async function accrueRents(tx: Tx): Promise<number> {
  const through = lastDayOver(time.businessDate(tx.now));
  const due = await tx.sql(holdLettingDue, [through, BATCH]);
  if (due.length === 0) return 0;
  // A statement of its own: what was owed while we waited for the agreements is seen.
  await oweRents(tx, await tx.sql(rentsOver, [through, due.map(({ id }) => id)]));
  return due.length;
}

/** Owes a supplier's rents of a year as far as they are over, for a pool that sets them aside. */
export async function accrueRentsOf(tx: Tx, supplierId: string, year: number): Promise<void> {
  await tx.sql(holdLettingOf, [supplierId]);
  await oweRents(tx, await tx.sql(rentsOfYear, [lastDayOver(time.businessDate(tx.now)), supplierId, year]));
}

/** What the days of a row come to, in fen; nothing where none is left. */
export function rentDue(row: RentRow): bigint {
  const { first_day: first, from_day: from, to_day: to } = row;
  return from === null || to === null ? 0n : rentOfDays(landOf(row), { first, from, to });
}

export function landOf({ land_mu_hundredths: land, rent_fen_per_mu: rentFenPerMu }: RentRow) {
  return { muHundredths: BigInt(land), rentFenPerMu };
}

async function oweRents(tx: Tx, rows: readonly RentRow[]): Promise<void> {
  const due = rows.filter((row) => row.from_day !== null).map((row) => ({ ...row, fen: rentDue(row) }));
  if (due.length === 0) return;
  const keyOf = (row: { agreement_id: string; from_day: string | null }) => `${row.agreement_id} ${row.from_day}`;
  const written = await tx.sql(insertRents, [
    JSON.stringify(
      due.map(({ agreement_id, from_day, to_day, fen }) => ({ agreement_id, from_day, to_day, amount_fen: `${fen}` })),
    ),
  ]);
  const ids = new Map(written.map((row) => [keyOf(row), row.id]));
  must(ids.size === due.length, 'every stretch of days is written');
  await owe(
    tx,
    due
      .filter(({ fen }) => fen > 0n)
      .map((row) => ({
        ...{
          agreement_id: row.agreement_id,
          supplier_id: row.supplier_id,
          household_id: row.household_id,
          lot_id: null,
        },
        ...{ kind: 'landRent' as const, source_kind: 'rent' as const, source_id: ids.get(keyOf(row))! },
        ...{ quantity: `${row.land_mu_hundredths}`, rate_fen: `${row.rent_fen_per_mu}`, amount_fen: `${row.fen}` },
        earned_on: row.to_day!,
      })),
  );
}
