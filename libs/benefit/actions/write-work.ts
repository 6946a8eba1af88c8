import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { leastWageIn, workAmount, workFault, type WorkAmount } from '../rules/work-amount';
import { workerOf } from '../rules/worker';
import { insertWork, lockWork, overlappingWork, workplaces, type PlaceRow, type WorkRow } from '../store/work.sql';
import { fieldFault, personOf } from './benefit-kit';

/** A line as it was entered; `id` is made by the device. */
export interface WorkLine {
  readonly id: string;
  readonly agreementId: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly pieces: number | null;
  /** Who of the household worked; none is its head. */
  readonly worker?: string | null;
}

/** What lines are written with beside what they say. */
export interface Writing {
  /** Whose agreements may be worked under. */
  readonly suppliers: readonly string[];
  readonly households: readonly string[];
  readonly witness?: {
    readonly name: string;
    readonly role: string;
    readonly paperId: string;
    readonly on: string;
    readonly until: string;
  };
  readonly replaces?: { readonly id: string; readonly reason: string };
  /** Where in the request a line stands. */
  readonly at: (index: number) => string;
}

/**
 * Writes lines, whole or not at all; a line whose id is known with the same content is left as it is.
 *
 * @returns the ids that are new
 * @throws ProblemError NOT_FOUND, ID_USED, WORK_NOT_EMPLOYMENT, AGREEMENT_NOT_IN_FORCE, WORK_DAYS, WORK_PIECES, WORK_OVERLAPS
 */
export async function writeWork(tx: Tx, lines: readonly WorkLine[], writing: Writing): Promise<string[]> {
  const known = new Map((await tx.sql(lockWork, [lines.map(({ id }) => id)])).map((row) => [row.id, row]));
  const fresh = lines.map((line, index) => ({ line, index })).filter(({ line }) => !known.has(line.id));
  for (const line of lines) {
    const row = known.get(line.id);
    if (row && !isSame(row, line, writing)) throw fail('ID_USED');
  }
  if (fresh.length === 0) return [];
  const named = await tx.sql(workplaces, [
    ...[fresh.map(({ line }) => line.agreementId), writing.suppliers, writing.households],
  ]);
  const rows = [];
  for (const { line, index } of fresh) {
    const place = placeOn(named, line);
    if (!place) throw fail('NOT_FOUND');
    const amount = await judge(tx, { line, place, at: writing.at(index) });
    rows.push({
      ...columnsOf({ ...line, agreementId: place.id }, amount, writing),
      worker: workerOf(line.worker ?? null, place.display_name),
      supplier_id: place.supplier_id,
      household_id: place.household_id,
    });
  }
  await mustNotOverlap(
    tx,
    rows.map((row, at) => ({ ...row, at: fresh[at]!.index })),
    writing,
  );
  const written = await withoutOverlap(tx.sql(insertWork, [JSON.stringify(rows), personOf(tx), tx.now]));
  // Another request with one of these ids was faster, or a sheet names one twice: then none of it stands.
  if (written.length !== fresh.length) throw fail('ID_USED');
  return written.map(({ id }) => id);
}

/** The version of what was named that binds the days of a line; where none does, the one named, whose rule says so. */
function placeOn(rows: readonly PlaceRow[], { agreementId, from, to }: WorkLine): PlaceRow | undefined {
  const versions = rows.filter((row) => row.named_id === agreementId);
  const binding = versions.find(
    (row) => row.binding && row.effective_from <= from && (row.effective_to === null || to <= row.effective_to),
  );
  return binding ?? versions.find((row) => row.id === agreementId);
}

/** What a line earns, or the rule it breaks. An agreement binds as of the days of the work, and so does the least day wage. */
async function judge(
  tx: Tx,
  { line, place, at }: { line: WorkLine; place: PlaceRow; at: string },
): Promise<WorkAmount> {
  if (place.kind !== 'employment') throw fieldFault('WORK_NOT_EMPLOYMENT', `${at}agreementId`, 'not employment');
  const rates = { dailyWageFen: place.daily_wage_fen, pieceRateFen: place.piece_rate_fen };
  const fault = workFault(rates, line, time.businessDate(tx.now));
  if (fault === 'WORK_PIECES') throw fieldFault(fault, `${at}pieces`, 'pieces by the piece, and only so');
  if (fault === 'WORK_DAYS')
    throw fieldFault(fault, `${at}days`, 'no more days than lie between, in one month, until today');
  const { binding, effective_from: first, effective_to: last } = place;
  if (!binding || line.from < first || (last !== null && line.to > last))
    throw fieldFault('AGREEMENT_NOT_IN_FORCE', `${at}from`, `it binds from ${first}${last ? ` to ${last}` : ''}`);
  const least = leastWageIn(await policyOn(tx, 'benefit.leastDayWageFen', line.to), place.county_code);
  return workAmount(rates, line, least);
}

function columnsOf(line: WorkLine, { rateFen, amountFen, minimumFen }: WorkAmount, { witness, replaces }: Writing) {
  return {
    ...{ id: line.id, agreement_id: line.agreementId, state: witness ? 'witnessed' : 'recorded' },
    ...{ worked_from: line.from, worked_on: line.to, days: line.days, pieces: line.pieces },
    ...{ rate_fen: rateFen.toString(), amount_fen: amountFen.toString() },
    ...{ minimum_fen: minimumFen?.toString() ?? null, witness_name: witness?.name ?? null },
    ...{ witness_role: witness?.role ?? null, witness_paper_id: witness?.paperId ?? null },
    witnessed_on: witness?.on ?? null,
    ...{ stands_on: witness?.until ?? null, replaces_id: replaces?.id ?? null },
    correction_reason: replaces?.reason ?? null,
  };
}

/** The same id with other content, or of somebody else, is another thing. */
function isSame(row: WorkRow, line: WorkLine, { suppliers, households, replaces }: Writing): boolean {
  return (
    (suppliers.includes(row.supplier_id) || households.includes(row.household_id)) &&
    row.series_of.includes(line.agreementId) &&
    row.worked_from === line.from &&
    row.worked_on === line.to &&
    row.days === line.days &&
    row.pieces === line.pieces &&
    row.worker === workerOf(line.worker ?? null, row.display_name) &&
    row.replaces_id === (replaces?.id ?? null)
  );
}

/** Every line whose days are taken is named, so that a long sheet is mended in one go. @throws ProblemError WORK_OVERLAPS */
async function mustNotOverlap(
  tx: Tx,
  rows: readonly { at: number; agreement_id: string; worker: string | null; worked_from: string; worked_on: string }[],
  writing: Writing,
): Promise<void> {
  const asked = rows.map(({ at, agreement_id, worker, worked_from, worked_on }) => ({
    ...{ at, agreement_id, worker, worked_from, worked_on },
  }));
  const taken = await tx.sql(overlappingWork, [JSON.stringify(asked)]);
  if (taken.length === 0) return;
  const errors = taken.map(({ at }) => ({
    ...{ pointer: `/body/${writing.at(at)}from`, code: 'WORK_OVERLAPS', message: 'these days are recorded already' },
  }));
  throw fail('WORK_OVERLAPS', { errors });
}

/** Somebody was faster since the days were looked up: the table itself refuses. */
function withoutOverlap<Result>(writing: Promise<Result>): Promise<Result> {
  return writing.catch((error: { constraint?: string }) => {
    if (error.constraint === 'work_overlap') throw fail('WORK_OVERLAPS');
    throw error;
  });
}
