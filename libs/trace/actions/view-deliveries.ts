import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { ofCategory } from '../rules/delivery';
import { deliveriesOf, deliveryOf, type DeliveryRow } from '../store/delivery.sql';
import { sumDeliveries, type SumRow } from '../store/delivery-sums.sql';
import { householdsOfSuppliers, openLotsToFill, productsToFill } from '../store/people.sql';
import { ownSuppliers, sideOf, type Side } from './trace-kit';

type View = ResponseOf<'GET /supplier/deliveries/{id}'>;
type Filter = Partial<InputOf<'GET /supplier/deliveries'>['query']> & { limit: number };

export async function viewDeliveries(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  { state, lot, household, from, to, cursor, limit }: Filter,
): Promise<ResponseOf<'GET /supplier/deliveries'>> {
  const rows = await database.read(deliveriesOf, [
    ...[...sideOf(actor, side), state ?? null, lot ?? null, household ?? null, from ?? null, to ?? null],
    ...[placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, deliveryView);
}

export async function viewDelivery(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  id: string,
): Promise<View> {
  const [row] = await database.read(deliveryOf, [...sideOf(actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return deliveryView(row);
}

function deliveryView(row: DeliveryRow): View {
  return {
    version: row.row_version,
    id: row.id,
    state: row.state,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    lot: { id: row.lot_id, code: row.lot_code },
    product: { id: row.product_id, name: row.product_name },
    household: { id: row.household_id, displayName: row.display_name, village: row.village },
    grams: Number(row.grams),
    yieldGrams: Number(row.yield_grams),
    grade: row.grade,
    pricePerKg: row.price_fen_per_kg === null ? null : money.toWire(money.fen(row.price_fen_per_kg)),
    deliveredOn: row.delivered_on,
    recordedAt: row.recorded_at.toISOString(),
    ticketFileId: row.ticket_file_id,
    note: row.note,
    counts: row.counts,
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    confirmedBy: row.confirmed_how,
    witness:
      row.witness_name === null
        ? null
        : {
            ...{ name: row.witness_name, role: row.witness_role!, at: row.witnessed_at!.toISOString() },
            sheetFileId: row.witness_file_id,
          },
    confirmsOn: row.confirms_on,
    contest:
      row.contest_reason === null
        ? null
        : { reason: row.contest_reason, at: row.contested_at!.toISOString(), paperId: row.contest_file_id },
    wasContested: row.was_contested,
    replacesId: row.replaces_id,
    replacedById: row.replaced_by_id,
    correctionReason: row.correction_reason,
  };
}

/** What a clerk takes along to the scale, network or not. */
export async function viewScale(
  database: Database,
  actor: Actor,
  now: Date,
): Promise<ResponseOf<'GET /supplier/scale'>> {
  const today = time.businessDate(now);
  const suppliers = ownSuppliers(actor);
  const [households, lots, products, grades, backDays] = await Promise.all([
    database.read(householdsOfSuppliers, [suppliers]),
    database.read(openLotsToFill, [suppliers]),
    database.read(productsToFill, [suppliers]),
    policyOn(database, 'trace.grades', today),
    policyOn(database, 'trace.deliveryBackDays', today),
  ]);
  return {
    households: households.map((row) => ({
      id: row.id,
      supplierId: row.supplier_id,
      displayName: row.display_name,
      village: row.village,
      hasPhone: row.has_phone,
    })),
    lots: lots.map((row) => ({
      id: row.id,
      supplierId: row.supplier_id,
      code: row.code,
      productId: row.product_id,
      productName: row.product_name,
      producedOn: row.produced_on,
      grades: [...(ofCategory(grades, row.category) ?? [])],
    })),
    products: products.map((row) => ({
      id: row.id,
      supplierId: row.supplier_id,
      name: row.name,
      grades: [...(ofCategory(grades, row.category) ?? [])],
    })),
    backDays,
    today,
  };
}

/** What came in from one day to another, both included: by product and grade, and over all. */
export async function viewDeliverySums(
  database: Database,
  actor: Actor,
  { from, to, lot }: InputOf<'GET /supplier/delivery-sums'>['query'],
): Promise<ResponseOf<'GET /supplier/delivery-sums'>> {
  const rows = await database.read(sumDeliveries, [ownSuppliers(actor), from, to, lot ?? null]);
  const total = rows.find((row) => row.product_id === null);
  must(total, 'a sum over all of it is always there');
  return {
    data: rows.flatMap((row) =>
      row.product_id === null
        ? []
        : [
            {
              productId: row.product_id,
              productName: row.product_name!,
              grade: row.grade as View['grade'],
              ...sumsView(row),
            },
          ],
    ),
    total: sumsView(total),
  };
}

function sumsView(row: SumRow) {
  return {
    deliveries: row.deliveries,
    households: row.households,
    grams: Number(row.grams),
    waiting: row.waiting,
    priced: money.toWire(money.fen(row.priced_fen)),
    unpricedGrams: Number(row.unpriced_grams),
  };
}
