import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { askCheck, checkPage, type CheckRow } from '../../store/books-check.sql';
import { tellOfCheck } from '../tell-live';

export type CheckView = ResponseOf<'GET /ledger/checks'>['data'][number];

/** The periodic job that works off checks. */
export const CHECK_JOB = 'settlement.checkBooks';

/** Kinds of records an export writes; a test holds it against the export. */
export const EXPORTED_KINDS = 26;

/**
 * Asks for a check of the books: a worker writes everything down and reckons it anew.
 *
 * @param askedBy `person:` and an id
 * @throws ProblemError BOOKS_CHECK_UNDER_WAY
 */
export async function askForCheck(tx: Tx, askedBy: string): Promise<CheckView> {
  const [asked] = await tx.sql(askCheck, [askedBy, tx.now]);
  if (!asked) throw fail('BOOKS_CHECK_UNDER_WAY');
  tx.audit({ action: 'books.check', subjectKind: 'booksCheck', subjectId: asked.id });
  tx.wake(CHECK_JOB);
  tellOfCheck(tx, asked.id);
  return checkView(asked);
}

export async function listChecks(
  database: Database,
  { cursor, limit }: InputOf<'GET /ledger/checks'>['query'],
): Promise<ResponseOf<'GET /ledger/checks'>> {
  const rows = await database.read(checkPage, [placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, checkView);
}

function checkView(row: CheckRow): CheckView {
  return {
    id: row.id,
    state: row.state,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    exported: row.exported,
    kinds: EXPORTED_KINDS,
    rows: Number(row.rows),
    ...{ fitting: row.fitting, parts: machines.checkedParts.length },
    brokenPart: row.state === 'broken' ? (machines.checkedParts[row.fitting] ?? null) : null,
    words: row.words === null ? null : { zh: row.words_zh ?? row.words, en: row.words },
  };
}
