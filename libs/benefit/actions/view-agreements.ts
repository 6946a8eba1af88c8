import { fail, problems, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { roomOf } from '../rules/cover-deliveries';
import { agreementOf, agreementsOf, ownAgreements } from '../store/agreement.sql';
import { nowOf } from '../store/clock.sql';
import { listHeld, openCovers, ownHeld, type HeldRow } from '../store/cover.sql';
import { linkedHousehold } from '../store/parties.sql';
import { readableSupplier } from '../store/people.sql';
import { coverOf, taken } from './accrue-obligations';
import { agreementSummary, agreementView, type AgreementView } from './agreement-view';
import { sideOf, type Side } from './benefit-kit';
import { wire } from './dues-view';

export async function viewAgreements(
  database: Database,
  actor: Actor,
  { supplier, household, product, kind, state, cursor, limit }: InputOf<'GET /benefit/agreements'>['query'],
): Promise<ResponseOf<'GET /benefit/agreements'>> {
  const rows = await database.read(agreementsOf, [
    ...[...sideOf(actor, 'readers'), supplier ?? null, household ?? null, product ?? null, kind ?? null, state ?? null],
    ...[placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, agreementSummary);
}

/** @throws ProblemError NOT_FOUND */
export async function viewAgreement(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  id: string,
): Promise<AgreementView> {
  const [row] = await database.read(agreementOf, [...sideOf(actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return agreementView(row, actor, await contestDays(database));
}

export async function viewOwnAgreements(database: Database, actor: Actor): Promise<ResponseOf<'GET /me/agreements'>> {
  const rows = await database.read(ownAgreements, sideOf(actor, 'household'));
  const days = await contestDays(database);
  return { data: rows.map((row) => agreementView(row, actor, days)) };
}

async function contestDays(database: Database): Promise<number> {
  return policyOn(database, 'benefit.workContestDays', await today(database));
}

async function today(database: Database): Promise<string> {
  const [clock] = await database.read(nowOf);
  return time.businessDate(clock!.now);
}

/** What a delivery would earn on a day, and how much is still open. @throws ProblemError NOT_FOUND */
export async function viewDeliveryTerms(
  database: Database,
  actor: Actor,
  { supplier, household, product, on, lot }: InputOf<'GET /benefit/delivery-terms'>['query'],
): Promise<ResponseOf<'GET /benefit/delivery-terms'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [readable] = await database.read(readableSupplier, [supplier, suppliers, counties]);
  const [linked] = await database.read(linkedHousehold, [household, supplier]);
  if (!readable || !linked) throw fail('NOT_FOUND');
  const day = on ?? (await today(database));
  const covers = await database.read(openCovers, [supplier, household, product, day]);
  const before = await taken({ sql: (wanted, values) => database.read(wanted, values) }, covers);
  const open = covers.map((row) => roomOf(coverOf(row), before, { day, lotId: lot ?? null }));
  return {
    on: day,
    agreements: covers.map((row, index) => ({
      ...{ id: row.id, number: row.number, priority: row.priority, openGrams: Number(open[index]) },
      ...{ floorPricePerKg: wire(row.floor_price_fen_per_kg), premiumPerKg: wire(row.premium_fen_per_kg) },
    })),
    openGrams: Number(open.reduce((sum, grams) => sum + grams, 0n)),
  };
}

/** Confirmed deliveries that wait for an agreement. */
export async function viewHeldDeliveries(
  database: Database,
  actor: Actor,
  { supplier, cursor, limit }: InputOf<'GET /benefit/held-deliveries'>['query'],
): Promise<ResponseOf<'GET /benefit/held-deliveries'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const rows = await database.read(listHeld, [suppliers, counties, supplier ?? null, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.delivery_id, heldView);
}

/** A household's own that wait: it brought them, and nothing is owed for them yet. */
export async function viewOwnHeld(
  database: Database,
  actor: Actor,
  { household, cursor, limit }: InputOf<'GET /me/held-deliveries'>['query'],
): Promise<ResponseOf<'GET /me/held-deliveries'>> {
  const [, , households] = sideOf(actor, 'household');
  const rows = await database.read(ownHeld, [households, household ?? null, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.delivery_id, heldView);
}

function heldView(row: HeldRow): ResponseOf<'GET /benefit/held-deliveries'>['data'][number] {
  const { zh, en } = problems[row.why];
  return {
    id: row.delivery_id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    household: { id: row.household_id, displayName: row.display_name, village: row.village },
    product: { id: row.product_id, name: row.product_name },
    ...{ grams: Number(row.grams), deliveredOn: row.delivered_on, why: { zh, en }, heldAt: row.held_at.toISOString() },
  };
}
