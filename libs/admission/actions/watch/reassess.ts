import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { command, cursorAt, type Database, placeIn, type Tx } from '@xihuo/platform';
import { assess } from '../../rules/assess';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { sentenceOf } from '../../rules/sentence';
import type { Standard } from '../../rules/standard';
import { differencesOf } from '../../rules/watch/differences';
import { standardOfVersion } from '../../store/application.sql';
import {
  askReassessment,
  differencePage,
  forgetDifferences,
  insertDifferences,
  judgedPage,
  newestReassessment,
  noteReassessed,
  waitingReassessments,
  type JudgedRow,
} from '../../store/watch/reassess.sql';
import { deciderOf } from '../review/open-case';
import { standardOf } from '../standard-of';

/** Small enough that evidence of one page and of the next lie in memory together. */
const PAGE = 500;

export interface Reassessed {
  readonly suppliers: number;
  readonly differences: number;
}

/**
 * Judges every admitted supplier by another standard as of a day and writes what would change: who would fall out is known, and
 * told, before the standard binds. Page by page, the next one read while this one is judged; safe to run again.
 *
 * @throws ProblemError NOT_FOUND for a standard that is not published
 */
export async function reassess(
  database: Database,
  { version, today, requestId }: { version: string; today: string; requestId: string },
): Promise<Reassessed> {
  const [row] = await database.read(standardOfVersion, [version]);
  if (!row) throw fail('NOT_FOUND');
  const standard = standardOf(row);
  const sums = { suppliers: 0, differences: 0 };
  let page = await database.read(judgedPage, [null, PAGE]);
  while (page.length > 0) {
    const next = database.read(judgedPage, [page.at(-1)!.supplier_id, PAGE]);
    sums.suppliers += page.length;
    const written = writePage(database, { standard, page, today, requestId });
    [page, sums.differences] = await Promise.all([next, written.then((count) => sums.differences + count)]);
  }
  return sums;
}

interface PageWork {
  readonly standard: Standard;
  readonly page: readonly JudgedRow[];
  readonly today: string;
  readonly requestId: string;
}

async function writePage(database: Database, { standard, page, today, requestId }: PageWork): Promise<number> {
  const differences = page.flatMap(({ supplier_id: supplierId, evidence, results }) =>
    differencesOf(results, assess(standard, evidence, today)).map((one) => ({ supplier_id: supplierId, ...one })),
  );
  const actor = { kind: 'system', name: 'watching' } as const;
  const ids = page.map((row) => row.supplier_id);
  await command(database, { name: 'admission.reassess', actor, requestId }, async (tx: Tx) => {
    await tx.sql(forgetDifferences, [standard.version, ids]);
    if (differences.length > 0) await tx.sql(insertDifferences, [standard.version, JSON.stringify(differences), today]);
  });
  return differences.length;
}

/** The name of the job that does what was asked for. */
export const REASSESS = 'admission.reassess';

/** Asks for it, as of today or of the day the standard binds where that is to come. @throws ProblemError NOT_FOUND */
export async function askToReassess(tx: Tx, version: string): Promise<{ version: string; asOf: string }> {
  const [standard] = await tx.sql(standardOfVersion, [version]);
  if (!standard) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  const asOf = standard.effective_from > today ? standard.effective_from : today;
  await tx.sql(askReassessment, [version, asOf, deciderOf(tx).personId, tx.now]);
  tx.audit({ action: 'standard.reassess', subjectKind: 'standard', subjectId: version, after: { asOf } });
  tx.wake(REASSESS);
  return { version, asOf };
}

/** Does what was asked for and is not done. */
export async function reassessWaiting(database: Database): Promise<Reassessed[]> {
  const done: Reassessed[] = [];
  for (const row of await database.read(waitingReassessments)) {
    const { standard_version: version, as_of: today, asked_at: askedAt } = row;
    const sums = await reassess(database, { version, today, requestId: database.newId() });
    await database.read(noteReassessed, [version, today, askedAt, sums.suppliers, sums.differences]);
    done.push(sums);
  }
  return done;
}

/** What would change under a standard, within the jurisdiction; a cursor names the last supplier that was shown whole. */
export async function listDifferences(
  database: Database,
  { grants }: Decider,
  version: string,
  { result, cursor, limit }: InputOf<'GET /admission/reassessments/{version}'>['query'],
): Promise<ResponseOf<'GET /admission/reassessments/{version}'>> {
  const [run] = await database.read(newestReassessment, [version]);
  const last = placeIn(cursor);
  const rows = await database.read(differencePage, [
    version,
    countyPatterns(grants),
    result ?? null,
    last,
    limit + MOST_OF_ONE,
  ]);
  // A page ends between two suppliers, never within one.
  const end =
    rows.length < limit + MOST_OF_ONE
      ? rows.length
      : lastBoundary(
          rows.map((row) => row.supplier_id),
          limit,
        );
  const shown = rows.slice(0, end);
  return {
    run: run
      ? {
          asOf: run.as_of,
          askedAt: run.asked_at.toISOString(),
          doneAt: run.done_at?.toISOString() ?? null,
          suppliers: run.suppliers,
          differences: run.differences,
        }
      : null,
    data: shown.map((row) => ({
      supplier: { id: row.supplier_id, name: row.supplier_name },
      criterion: row.criterion,
      before: row.before,
      after: row.after,
      sentence: sentenceOf(row.after, row.facts),
      judgedOn: row.judged_on,
    })),
    nextCursor: end < rows.length ? cursorAt(shown.at(-1)!.supplier_id) : null,
  };
}

/** A standard has fewer criteria than this. */
const MOST_OF_ONE = 200;

function lastBoundary(ids: readonly string[], from: number): number {
  let end = from;
  while (end < ids.length && ids[end] === ids[end - 1]) end += 1;
  return end;
}
