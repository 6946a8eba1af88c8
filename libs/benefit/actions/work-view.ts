import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import type { WorkFacts } from '../rules/messages';
import { whyEarned, type Sentence } from '../rules/why';
import { readableSupplier } from '../store/people.sql';
import { employmentsOf, ownWork, workMonth, workOf, worksNamed, worksOf, type WorkRow } from '../store/work.sql';
import { ownSuppliers, sideOf, type Side } from './benefit-kit';
import { wire } from './dues-view';
import { contestedView, partiesView, witnessView } from './party-views';

export type WorkView = ResponseOf<'GET /benefit/work/{id}'>;

function whyOf(row: WorkRow): Sentence {
  return whyEarned({
    ...{ kind: 'wage', productName: null, quantity: BigInt(row.pieces ?? row.days), rateFen: row.rate_fen },
    work: {
      pieces: row.pieces,
      pieceName: row.piece_name,
      days: row.days,
      minimumFen: row.minimum_fen,
      worker: row.worker,
    },
  });
}

export function factsOf(row: WorkRow): WorkFacts {
  return {
    ...{ supplier: row.supplier_name, household: row.display_name, from: row.worked_from, to: row.worked_on },
    why: whyOf(row),
  };
}

export function workView(row: WorkRow): WorkView {
  return {
    ...{ version: row.row_version, id: row.id, state: row.state, ...partiesView(row) },
    agreement: { id: row.agreement_id, number: row.agreement_number },
    ...{ from: row.worked_from, to: row.worked_on, days: row.days, pieces: row.pieces },
    worker: row.worker ?? row.display_name,
    ...{ rate: wire(row.rate_fen), amount: wire(row.amount_fen), why: whyOf(row), how: row.how },
    recordedAt: row.recorded_at.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    witness: witnessView(row, row.witnessed_on ?? time.businessDate(row.recorded_at)),
    standsOn: row.state === 'witnessed' ? row.stands_on : null,
    contest: contestedView(row),
    wasContested: row.was_contested,
    correctionReason: row.correction_reason,
    ...{ replacesId: row.replaces_id, replacedById: row.replaced_by_id },
  };
}

/** As many as a phone takes along. */
const MOST_WORKPLACES = 2_000;

/** Whom a clerk enters on a sheet, network or not. */
export async function viewWorkplaces(
  database: Database,
  actor: Actor,
  now: Date,
): Promise<ResponseOf<'GET /benefit/workplaces'>> {
  const rows = await database.read(employmentsOf, [ownSuppliers(actor), MOST_WORKPLACES]);
  return {
    today: time.businessDate(now),
    data: rows.map((row) => ({
      ...{ id: row.id, supplierId: row.supplier_id, number: row.number, state: row.state },
      household: { id: row.household_id, displayName: row.display_name, village: row.village },
      dailyWage: row.daily_wage_fen === null ? null : wire(row.daily_wage_fen),
      pieceRate: row.piece_rate_fen === null ? null : wire(row.piece_rate_fen),
      ...{ pieceName: row.piece_name, effectiveFrom: row.effective_from, effectiveTo: row.effective_to },
    })),
  };
}

/** @throws ProblemError NOT_FOUND */
export async function viewWork(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  id: string,
): Promise<WorkView> {
  const [row] = await database.read(workOf, [...sideOf(actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return workView(row);
}

/** The records of a sheet, as they stand, in its order. */
export async function viewSheet(
  database: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<ResponseOf<'POST /benefit/work-sheets'>> {
  const rows = await database.read(worksNamed, [...sideOf(actor, 'clerks'), ids]);
  return { data: rows.map(workView) };
}

export async function viewWorks(
  database: Database,
  actor: Actor,
  { supplier, household, state, month, cursor, limit }: InputOf<'GET /benefit/work'>['query'],
): Promise<ResponseOf<'GET /benefit/work'>> {
  const rows = await database.read(worksOf, [
    ...[...sideOf(actor, 'readers'), supplier ?? null, household ?? null, state ?? null, month ?? null],
    ...[placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, workView);
}

export async function viewOwnWork(
  database: Database,
  actor: Actor,
  { cursor, limit }: InputOf<'GET /me/work'>['query'],
): Promise<ResponseOf<'GET /me/work'>> {
  const rows = await database.read(ownWork, [...sideOf(actor, 'household'), placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, workView);
}

/** A month of one supplier, household by household. @throws ProblemError NOT_FOUND */
export async function viewWorkMonth(
  database: Database,
  actor: Actor,
  { supplier, month }: InputOf<'GET /benefit/work-months'>['query'],
): Promise<ResponseOf<'GET /benefit/work-months'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [readable] = await database.read(readableSupplier, [supplier, suppliers, counties]);
  if (!readable) throw fail('NOT_FOUND');
  const rows = await database.read(workMonth, [supplier, month]);
  const sum = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((all, row) => all + of(row), 0n);
  return {
    month,
    data: rows.map((row) => ({
      household: { id: row.household_id, displayName: row.display_name, village: row.village },
      ...{ days: row.days, pieces: row.pieces, earned: wire(row.earned_fen), waiting: wire(row.waiting_fen) },
    })),
    totals: {
      days: rows.reduce((all, row) => all + row.days, 0),
      earned: wire(sum((row) => row.earned_fen)),
      waiting: wire(sum((row) => row.waiting_fen)),
    },
  };
}
