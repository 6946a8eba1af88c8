import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Grant } from '@xihuo/platform';
import { householdsBehind, incomeByKind, type HouseholdRow } from '../store/income.sql';
import { salesCounted } from '../store/read-sales.sql';
import { suppliersBehind, suppliersByMonth } from '../store/supplier-results.sql';
import { askedPlaces } from './asked-places';

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/** What households of the places somebody reads earned in whole months. @throws ProblemError INVALID_INPUT as `askedPlaces` */
export async function viewIncome(
  database: Database,
  grants: readonly Grant[],
  span: InputOf<'GET /results/income'>['query'],
): Promise<ResponseOf<'GET /results/income'>> {
  const patterns = askedPlaces(grants, span).map((place) => `${place}%`);
  const [rows, [counted]] = await Promise.all([
    database.read(incomeByKind, [span.from, span.until, patterns]),
    database.read(salesCounted),
  ]);
  const all = rows.find(({ kind }) => kind === null);
  return {
    asOf: counted?.counted_at.toISOString() ?? null,
    households: all?.households ?? 0,
    householdsPaid: all?.households_paid ?? 0,
    householdsYearBefore: all?.households_before ?? 0,
    householdsPaidYearBefore: all?.households_paid_before ?? 0,
    data: rows.flatMap(({ kind, ...row }) =>
      kind === null
        ? []
        : [
            {
              ...{ kind, households: row.households, householdsPaid: row.households_paid },
              ...{ householdsYearBefore: row.households_before, householdsPaidYearBefore: row.households_paid_before },
              ...earnedOf(row),
              ...{ dueYearBefore: wire(row.due_before_fen), paidYearBefore: wire(row.paid_before_fen) },
            },
          ],
    ),
  };
}

const earnedOf = (row: Pick<HouseholdRow, 'due_fen' | 'paid_fen' | 'in_time_fen' | 'overdue_fen'>) => ({
  ...{ due: wire(row.due_fen), paid: wire(row.paid_fen), inTime: wire(row.in_time_fen) },
  ...{ late: wire(row.paid_fen - row.in_time_fen), overdue: wire(row.overdue_fen) },
  notYetDue: wire(row.due_fen - row.paid_fen - row.overdue_fen),
});

/** The households behind a figure of income. @throws ProblemError INVALID_INPUT as `askedPlaces` */
export async function viewHouseholdsBehind(
  database: Database,
  grants: readonly Grant[],
  { kind, figure, cursor, limit, ...span }: InputOf<'GET /results/income/rows'>['query'],
): Promise<ResponseOf<'GET /results/income/rows'>> {
  const patterns = askedPlaces(grants, span).map((place) => `${place}%`);
  const rows = await database.read(householdsBehind[figure], [
    ...[span.from, span.until, patterns, kind ?? null, placeIn(cursor), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ id, display_name: displayName, village, reference, county, ...sums }) => ({
      ...{ household: { id, displayName, village }, reference, county },
      ...earnedOf(sums),
    }),
  );
}

/** Suppliers admitted, measured and exited by month. @throws ProblemError INVALID_INPUT as `askedPlaces` */
export async function viewSuppliersByMonth(
  database: Database,
  grants: readonly Grant[],
  span: InputOf<'GET /results/suppliers'>['query'],
): Promise<ResponseOf<'GET /results/suppliers'>> {
  const patterns = askedPlaces(grants, span).map((place) => `${place}%`);
  const rows = await database.read(suppliersByMonth, [span.from, span.until, patterns]);
  return {
    data: rows.map(({ month, admitted, measured, exited, ...before }) => ({
      ...{ month, admitted, measured, exited, admittedYearBefore: before.admitted_before },
      ...{ measuredYearBefore: before.measured_before, exitedYearBefore: before.exited_before },
    })),
  };
}

/** The suppliers behind one of these figures. @throws ProblemError INVALID_INPUT as `askedPlaces` */
export async function viewSuppliersBehind(
  database: Database,
  grants: readonly Grant[],
  { what, cursor, limit, ...span }: InputOf<'GET /results/suppliers/rows'>['query'],
): Promise<ResponseOf<'GET /results/suppliers/rows'>> {
  const patterns = askedPlaces(grants, span).map((place) => `${place}%`);
  const rows = await database.read(suppliersBehind, [
    ...[span.from, span.until, patterns, what, placeIn(cursor), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ id, name, county, happened_on: on }) => ({ id, name, county, on }),
  );
}
