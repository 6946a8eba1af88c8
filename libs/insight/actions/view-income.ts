import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database, Grant } from '@xihuo/platform';
import { incomeByKind } from '../store/income.sql';
import { salesCounted } from '../store/read-sales.sql';
import { suppliersByMonth } from '../store/supplier-results.sql';
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
    data: rows.flatMap(({ kind, ...row }) =>
      kind === null
        ? []
        : [
            {
              ...{ kind, households: row.households, householdsPaid: row.households_paid },
              ...{ due: wire(row.due_fen), paid: wire(row.paid_fen), inTime: wire(row.in_time_fen) },
              ...{ late: wire(row.paid_fen - row.in_time_fen), open: wire(row.due_fen - row.paid_fen) },
              dueYearBefore: wire(row.due_before_fen),
            },
          ],
    ),
  };
}

/** Suppliers admitted, measured and exited by month. @throws ProblemError INVALID_INPUT as `askedPlaces` */
export async function viewSuppliersByMonth(
  database: Database,
  grants: readonly Grant[],
  span: InputOf<'GET /results/suppliers'>['query'],
): Promise<ResponseOf<'GET /results/suppliers'>> {
  const patterns = askedPlaces(grants, span).map((place) => `${place}%`);
  return { data: await database.read(suppliersByMonth, [span.from, span.until, patterns]) };
}
