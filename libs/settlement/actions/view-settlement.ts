import { fail, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { listRuns } from '../store/run.sql';
import { findStatement, listStatements, statementLines } from '../store/statement.sql';
import { runView, statementHead, statementLine, type StatementView } from '../store/settlement-view';

/** Runs, newest first; `cursor` is that of the page before. @throws ProblemError INVALID_INPUT */
export async function viewRuns(
  database: Database,
  cursor: string | undefined,
  limit: number,
): Promise<ResponseOf<'GET /settlement/runs'>> {
  const rows = await database.read(listRuns, [placeIn(cursor, 'day'), limit + 1]);
  return pageOf(rows, limit, (row) => row.period_end, runView);
}

/** Statements that the reader may read, newest first; `cursor` is that of the page before. @throws ProblemError INVALID_INPUT */
export async function viewStatements(
  database: Database,
  reader: Readership,
  cursor: string | undefined,
  limit: number,
): Promise<ResponseOf<'GET /settlement/statements'>> {
  const rows = await database.read(listStatements, [...valuesOf(reader), placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, statementHead);
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
