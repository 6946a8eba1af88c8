import { fail, problems, type ProblemCode, type ProblemDeclaration } from '@xihuo/contract';
import { must, ProblemError } from '@xihuo/kernel';
import { command } from '../database/command';
import { failpoint } from '../database/failpoint';
import { isPassing } from '../database/passing-error';
import type { Tx } from '../database/tx';
import type { Notices } from '../notices/notices';
import type { CellFault, ImportDefinition, RowFault } from './definition';
import { countFailure, lockImport, readyRows, settleRows, type ImportRecord, type ReadyRecord } from './import.sql';
import { mustFit, type Imports } from './imports';
import { move, tellOfImport } from './move';
import { cellOf, faultsOf, foundOf, inspected, isKnown, isNew } from './inspect';

const CHUNK = 500;
/** A chunk that fails for no reason of ours is tried in smaller ones, down to the row it is about. */
const SMALLER = 8;
/** So many rows that fail alone are no matter of the rows any more: somebody has to look. */
const MOST_FAILURES = 5;

export interface WritingImport {
  readonly id: string;
  readonly created_by: string;
  readonly request_id: string;
}

/**
 * Writes what is ready, chunk by chunk, each in a transaction that also notes its rows as written: killed at any point it goes on
 * with the first row that is not, and no row is written twice.
 */
export async function writeImport(imports: Imports, writing: WritingImport): Promise<void> {
  let size = CHUNK;
  for (;;) {
    try {
      const left = await writeChunk(imports, writing, size);
      failpoint('import.write:betweenChunks');
      if (!left) return;
      size = CHUNK;
    } catch (error) {
      if (error instanceof ProblemError) return stop(imports, writing, error.code);
      // The database is away for a moment: the next round goes on.
      if (isPassing(error)) throw error;
      if (size > 1) {
        size = Math.max(1, Math.floor(size / SMALLER));
        continue;
      }
      const [row] = await imports.database.read(countFailure, [writing.id]);
      if (!row) return;
      if (row.failures >= MOST_FAILURES) return stop(imports, writing, 'INTERNAL');
      await does(imports, writing, async (tx) => leaveOutFirst(tx, writing.id));
      size = CHUNK;
    }
  }
}

async function does<Result>(
  imports: Imports,
  { created_by, request_id }: WritingImport,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const actor = { kind: 'person', personId: created_by, grants: [] } as const;
  return (await command(imports.database, { name: 'import.write', actor, requestId: request_id }, work)).view;
}

/** @returns whether there may be more */
function writeChunk(imports: Imports, writing: WritingImport, size: number): Promise<boolean> {
  return does(imports, writing, async (tx) => {
    const record = await stillWriting(tx, writing.id);
    if (!record) return false;
    const definition = imports.of(record.kind);
    const acting = await actingStill(imports, tx, record);
    const ready = await tx.sql(readyRows, [record.id, size]);
    if (ready.length === 0) {
      await finish({ notices: imports.notices, of: definition }, tx, record);
      return false;
    }
    const rows = ready.map((one) => ({ number: one.number, row: contentOf(imports, record.id, one) }));
    await definition.hold?.(acting, record.scope_id);
    // What the preview saw may have changed since: somebody added one of them by hand.
    const verdicts = await inspected(
      imports,
      definition,
      acting,
      record.scope_id,
      rows.map(({ row }) => row),
    );
    const fresh = rows.flatMap(({ row }, at) => (isNew(verdicts[at]!) ? [{ row, found: foundOf(verdicts[at]!) }] : []));
    if (fresh.length > 0) {
      const found = fresh.map((one) => one.found);
      await definition.write(
        acting,
        record.scope_id,
        fresh.map(({ row }) => row),
        { vault: imports.vault },
        found,
      );
    }
    tellOfImport(tx, record);
    await settle(
      tx,
      record.id,
      rows.map(({ number }, at) => {
        const verdict = verdicts[at]!;
        const faults = faultsOf(verdict, ready[at]!.shown);
        return { number, state: isNew(verdict) ? 'written' : isKnown(verdict) ? 'known' : 'faulty', faults };
      }),
    );
    return true;
  });
}

function contentOf({ vault }: Imports, importId: string, row: ReadyRecord): Record<string, unknown> {
  const { number, content, content_sealed: sealed } = row;
  const said = content ?? (sealed && vault.open(cellOf(importId, number), sealed));
  must(said, 'a row that is ready has its content');
  return JSON.parse(said) as Record<string, unknown>;
}

/**
 * The transaction in the name of who imports, with what they may do at this moment: minutes or days lie between the upload and a
 * chunk, and a right that was taken away meanwhile writes no further row.
 *
 * @throws ProblemError IMPORT_NOT_YOURS_NOW, or what the scope itself refuses with
 */
async function actingStill(imports: Imports, tx: Tx, record: ImportRecord): Promise<Tx> {
  tx.attempt({ action: 'import.write', subjectKind: 'import', subjectId: record.id });
  const grants = await imports.grantsNow(tx, record.created_by);
  const acting = tx.as({ kind: 'person', personId: record.created_by, grants }, tx.requestId);
  const definition = imports.of(record.kind);
  try {
    mustFit(definition, acting);
    await definition.admit(acting, record.scope_id);
  } catch (error) {
    const isRight = error instanceof ProblemError && ['FORBIDDEN', 'NOT_FOUND'].includes(error.code);
    throw isRight ? fail('IMPORT_NOT_YOURS_NOW') : error;
  }
  return acting;
}

async function stillWriting(tx: Tx, id: string): Promise<ImportRecord | null> {
  const [record] = await tx.sql(lockImport, [id]);
  return record?.state === 'writing' ? record : null;
}

async function finish(
  { notices, of }: { notices: Notices; of: ImportDefinition },
  tx: Tx,
  record: ImportRecord,
): Promise<void> {
  const done = await move(tx, record, 'finish');
  const { written, known, faulty } = done;
  tx.audit({
    action: 'import.finish',
    subjectKind: 'import',
    subjectId: done.id,
    after: { kind: done.kind, scopeId: done.scope_id, written, known, faulty },
  });
  await notices.tell(tx, {
    ...{
      personId: done.created_by,
      key: `import ${done.id} done`,
      about: `import:${done.kind.toLowerCase()}/${done.scope_id}`,
    },
    title: { zh: `${of.title.zh}导入完成`, en: `Import finished: ${of.title.en}` },
    body: {
      zh: `写入 ${written} 行，已存在 ${known} 行，有误未写入 ${faulty} 行。`,
      en: `${written} rows written, ${known} were there already, ${faulty} left out as faulty.`,
    },
  });
}

function stop(imports: Imports, writing: WritingImport, code: string): Promise<void> {
  return does(imports, writing, async (tx) => {
    const record = await stillWriting(tx, writing.id);
    if (!record) return;
    await move(tx, record, 'stop', code);
    const { title } = imports.of(record.kind);
    const why: ProblemDeclaration = problems[code as ProblemCode];
    await imports.notices.tell(tx, {
      // It may stop again after it was resumed, and that is told again.
      ...{ personId: record.created_by, key: `import ${record.id} stopped ${record.row_version}` },
      about: `import:${record.kind.toLowerCase()}/${record.scope_id}`,
      title: { zh: `${title.zh}导入已停止`, en: `Import stopped: ${title.en}` },
      body: {
        zh: `原因：${why.zh}。已写入的行保留，可继续导入。`,
        en: `${why.en}. What is written stays, and it may be resumed.`,
      },
    });
    tx.audit({ action: 'import.stop', subjectKind: 'import', subjectId: record.id, after: { code } });
  });
}

interface Settled {
  readonly number: number;
  readonly state: string;
  readonly faults: readonly RowFault[];
}

async function settle(tx: Tx, importId: string, rows: readonly Settled[]): Promise<void> {
  await tx.sql(settleRows, [
    importId,
    rows.map(({ number }) => number),
    rows.map(({ state }) => state),
    rows.map(({ faults }) => JSON.stringify(faults)),
  ]);
}

const NOT_WRITTEN: CellFault = {
  code: 'NOT_WRITTEN',
  reason: { zh: '写入时出错', en: 'It could not be written' },
  fix: { zh: '请单独添加该行；仍不成功请联系平台', en: 'Add it by hand; tell us where that fails too' },
};

/** The row that even alone cannot be written is left out, so that it holds up nobody else. */
async function leaveOutFirst(tx: Tx, id: string): Promise<void> {
  const record = await stillWriting(tx, id);
  const [first] = record ? await tx.sql(readyRows, [id, 1]) : [];
  if (first)
    await settle(tx, id, [
      { number: first.number, state: 'faulty', faults: [{ ...NOT_WRITTEN, column: null, value: '' }] },
    ]);
}
