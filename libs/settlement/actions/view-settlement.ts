import { fail, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { listRuns } from '../store/run.sql';
import { findStatement, listStatements, statementLines } from '../store/statement.sql';
import { runView, statementHead, statementLine, type StatementView } from '../store/settlement-view';

/** Runs, newest first; `before` is the period end that the page before closed on. */
export async function viewRuns(
  database: Database,
  before: string | null,
  limit: number,
): Promise<ResponseOf<'GET /settlement/runs'>> {
  const rows = await database.read(listRuns, [before, limit + 1]);
  const shown = rows.slice(0, limit);
  return { data: shown.map(runView), nextCursor: rows.length > limit ? shown.at(-1)!.period_end : null };
}

/** Statements that the reader may read, newest first; `after` is the last id of the page before. */
export async function viewStatements(
  database: Database,
  reader: Readership,
  after: string | null,
  limit: number,
): Promise<ResponseOf<'GET /settlement/statements'>> {
  const rows = await database.read(listStatements, [...valuesOf(reader), after, limit + 1]);
  const shown = rows.slice(0, limit);
  return { data: shown.map(statementHead), nextCursor: rows.length > limit ? shown.at(-1)!.id : null };
}

export async function viewStatement(database: Database, id: string, reader: Readership): Promise<StatementView> {
  const [row] = await database.read(findStatement, [...valuesOf(reader), id]);
  if (!row) throw fail('NOT_FOUND');
  const lines = await database.read(statementLines, [row.run_id, row.supplier_id]);
  return { ...statementHead(row), lines: lines.map(statementLine) };
}

function valuesOf({ everything, suppliers, jurisdictions }: Readership): unknown[] {
  return [everything, suppliers, jurisdictions];
}
