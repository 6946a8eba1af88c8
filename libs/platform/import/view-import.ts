import { fail, problems, type InputOf, type ProblemCode, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Page } from '../http/page';
import type { ImportDefinition } from './definition';
import { findImport, listImports, listRows, type ImportRecord, type RowRecord } from './import.sql';
import type { Imports } from './imports';

export type ImportView = ResponseOf<'GET /imports/{id}'>;
export type ImportRowView = ResponseOf<'GET /imports/{id}/rows'>['data'][number];

/** One of a person's own imports. @throws ProblemError NOT_FOUND */
export async function viewOf(imports: Imports, id: string, personId: string): Promise<ImportView> {
  const record = await ownImport(imports, id, personId);
  return view(imports.of(record.kind), record);
}

export async function ownImport({ database }: Imports, id: string, personId: string): Promise<ImportRecord> {
  const [record] = await database.read(findImport, [id, personId]);
  if (!record) throw fail('NOT_FOUND');
  return record;
}

export async function viewsOf(
  imports: Imports,
  personId: string,
  { kind, scope }: InputOf<'GET /imports'>['query'],
): Promise<ImportView[]> {
  const records = await imports.database.read(listImports, [personId, kind, scope]);
  return records.map((record) => view(imports.of(record.kind), record));
}

function view({ kind, columns }: ImportDefinition, record: ImportRecord): ImportView {
  const { ready, known, faulty, written } = record;
  return {
    id: record.id,
    kind,
    scopeId: record.scope_id,
    fileName: record.file_name,
    state: record.state,
    columns: Object.entries(columns).map(([column, { title, sensitive = false }]) => ({
      ...{ column, title, sensitive },
      heading: record.headings[column] ?? null,
    })),
    ignored: record.ignored,
    counts: { total: ready + known + faulty + written, ready, known, faulty, written },
    stopped: record.stop_code,
    stoppedWhy: record.stop_code === null ? null : wordsOf(record.stop_code),
    createdAt: record.created_at.toISOString(),
    confirmedAt: record.confirmed_at?.toISOString() ?? null,
    endedAt: record.ended_at?.toISOString() ?? null,
    version: record.row_version,
  };
}

function wordsOf(code: string): { zh: string; en: string } {
  const { zh, en } = problems[code as ProblemCode] ?? problems.INTERNAL;
  return { zh, en };
}

export async function rowsOf(
  imports: Imports,
  id: string,
  personId: string,
  { state, cursor, limit }: InputOf<'GET /imports/{id}/rows'>['query'],
): Promise<Page<ImportRowView>> {
  const { kind } = await ownImport(imports, id, personId);
  const { columns } = imports.of(kind);
  const after = placeIn(cursor, 'position') ?? '0';
  const rows = await imports.database.read(listRows, [id, state ?? null, after, limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ number }) => String(number),
    (row) => rowView(columns, row),
  );
}

export function rowView(
  columns: ImportDefinition['columns'],
  { number, state, shown, faults }: RowRecord,
): ImportRowView {
  const wholeRow = { zh: '整行', en: 'The row' };
  return {
    ...{ row: number, state, cells: shown },
    faults: faults.map((fault) => ({
      ...fault,
      title: fault.column === null ? wholeRow : columns[fault.column]!.title,
    })),
  };
}
