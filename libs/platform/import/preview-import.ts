import type { ImportKind } from '@xihuo/contract';
import { must, ProblemError } from '@xihuo/kernel';
import { auditRefusal } from '../audit/audit-refusal';
import { command, type CommandOptions } from '../database/command';
import { newId } from '../database/database';
import { sha256, type Tx } from '../database/tx';
import { repeated } from './columns';
import type { ImportDefinition, Verdict } from './definition';
import { lastStaged, lockImport, openImport, stageRows, type ImportRecord } from './import.sql';
import { importerOf, mustFit, type Imports } from './imports';
import { cellOf, faultsOf, inspected, isKnown, isSealed, subjectOf } from './inspect';
import { judgeRow, type JudgedRow } from './judge-row';
import { matchHeader, type Matched } from './match-header';
import { move } from './move';
import { readTable } from './read-table';
import { refuseFile } from './refuse-file';
import { MOST_EMPTY_ROWS, MOST_ROWS, type TableRow } from './table';
import { viewOf, type ImportView } from './view-import';

/** Rows of one look and one insert; what a transaction may hold up others with. */
const CHUNK = 500;

export interface HandedIn {
  readonly kind: ImportKind;
  readonly scopeId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * Reads a table into staged rows, a chunk a transaction, and shows what would be written. Where it broke off (a process killed, a
 * connection lost), the same file handed in again goes on behind the last chunk.
 */
export async function previewImport(imports: Imports, ask: CommandOptions, handed: HandedIn): Promise<ImportView> {
  try {
    return await preview(imports, ask, handed);
  } catch (error) {
    // A file that is no table, or one that would fill the house when unpacked, is worth knowing of.
    if (error instanceof ProblemError && error.code === 'IMPORT_FILE_REFUSED') {
      const attempted = { action: 'import.preview', subjectKind: 'import', subjectId: handed.scopeId };
      await auditRefusal(imports.database, ask, { ...attempted, code: error.code });
    }
    throw error;
  }
}

async function preview(imports: Imports, ask: CommandOptions, handed: HandedIn): Promise<ImportView> {
  const definition = imports.of(handed.kind);
  mustFit(definition, ask);
  const rows = filled(readTable(handed.bytes));
  const { value: header } = await rows.next();
  if (!header) throw refuseFile('empty');
  const matched = matchHeader(definition, header);

  const does = async <Result>(work: (tx: Tx) => Promise<Result>) => (await command(imports.database, ask, work)).view;
  const { record, staged } = await does((tx) => open(tx, definition, handed, matched));
  if (record.state === 'reading') {
    const stage = new Stage(imports, definition, record, staged);
    try {
      for await (const chunk of chunked(rows)) {
        const judged = stage.judge(matched, chunk);
        if (stage.wants(judged)) await does((tx) => stage.keep(tx, judged));
      }
      if (stage.total === 0) throw refuseFile('empty');
    } catch (error) {
      // Half of a file that is refused further down is nobody's; after any other failure it may go on.
      if (error instanceof ProblemError) await does((tx) => discard(tx, record.id));
      throw error;
    }
    await does((tx) => finish(tx, record.id));
  }
  return viewOf(imports, record.id, importerOf(ask));
}

async function open(
  tx: Tx,
  definition: ImportDefinition,
  { kind, scopeId, fileName, bytes }: HandedIn,
  { places, ignored }: Matched,
): Promise<{ record: ImportRecord; staged: number }> {
  await definition.admit(tx, scopeId);
  const headings = Object.fromEntries([...places].map(([column, { title }]) => [column, title]));
  const [record] = await tx.sql(openImport, [
    ...[newId(), kind, scopeId, fileName, sha256(bytes), JSON.stringify(headings), JSON.stringify(ignored)],
    ...[importerOf(tx), tx.now, tx.requestId],
  ]);
  must(record, 'an import was opened');
  const [last] = await tx.sql(lastStaged, [record.id]);
  return { record, staged: last?.number ?? 0 };
}

/** Somebody who handed in the same file at the same time may be further already. */
async function stillReading(tx: Tx, id: string): Promise<ImportRecord | null> {
  const [record] = await tx.sql(lockImport, [id]);
  return record?.state === 'reading' ? record : null;
}

async function discard(tx: Tx, id: string): Promise<void> {
  const record = await stillReading(tx, id);
  if (record) await move(tx, record, 'discard');
}

async function finish(tx: Tx, id: string): Promise<void> {
  const record = await stillReading(tx, id);
  if (!record) return;
  await move(tx, record, 'read');
  tx.audit({
    action: 'import.preview',
    subjectKind: 'import',
    subjectId: id,
    after: { kind: record.kind, scopeId: record.scope_id },
  });
}

/** Rows with something in them, and not more of them than one file may have. */
async function* filled(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  let count = 0;
  let empty = 0;
  for await (const row of rows) {
    if (!row.cells.some((cell) => cell !== undefined && (cell.kind === 'formula' || cell.text.trim() !== ''))) {
      if ((empty += 1) > MOST_EMPTY_ROWS) throw refuseFile('emptyRows', { row: row.number });
      continue;
    }
    // The first is the header.
    if ((count += 1) > MOST_ROWS + 1) throw refuseFile('tooManyRows', { row: row.number });
    yield row;
  }
}

async function* chunked(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow[]> {
  let chunk: TableRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** What has been read so far: the keys and things seen, so that a row that comes twice is told at the second time. */
class Stage {
  total = 0;
  readonly #firstOf = new Map<string, number>();
  readonly #firstAbout = new Map<string, number>();

  constructor(
    private readonly imports: Imports,
    private readonly definition: ImportDefinition,
    private readonly record: ImportRecord,
    /** Rows up to this one are there already, from a reading that broke off. */
    private readonly staged: number,
  ) {}

  judge(matched: Matched, rows: readonly TableRow[]): JudgedRow[] {
    this.total += rows.length;
    return rows.map((row) => this.judgeRepetition(judgeRow(this.definition, matched, row)));
  }

  /** What was staged before it broke off is looked at again only to know what it is about. */
  wants(judged: readonly JudgedRow[]): boolean {
    return this.definition.sameAs !== undefined || judged.some((one) => this.isFresh(one));
  }

  private isFresh({ number }: JudgedRow): boolean {
    return number > this.staged;
  }

  private judgeRepetition(judged: JudgedRow): JudgedRow {
    if (judged.row === null) return judged;
    const key = this.definition.keyOf(judged.row);
    const first = this.#firstOf.get(key);
    if (first === undefined) this.#firstOf.set(key, judged.number);
    return first === undefined
      ? judged
      : { ...judged, row: null, faults: [{ ...repeated(first), column: null, value: '' }] };
  }

  /** A row about what a row above is about already, in other words. */
  private judgeSame(verdict: Verdict<unknown>, number: number): Verdict<unknown> {
    const subject = this.definition.sameAs && subjectOf(verdict);
    if (subject === undefined) return verdict;
    const same = this.definition.sameAs!(subject);
    const first = this.#firstAbout.get(same) ?? number;
    this.#firstAbout.set(same, first);
    return first === number ? verdict : repeated(first);
  }

  async keep(tx: Tx, all: readonly JudgedRow[]): Promise<void> {
    const { id, scope_id: scopeId } = this.record;
    if (!(await stillReading(tx, id))) return;
    const judged = all.filter((one) => this.isFresh(one));
    const good = (this.definition.sameAs ? all : judged).filter(({ row }) => row !== null);
    const verdicts = await inspected(
      this.imports,
      this.definition,
      tx,
      scopeId,
      good.map(({ row }) => row!),
    );
    const verdictOf = new Map(good.map(({ number }, at) => [number, this.judgeSame(verdicts[at]!, number)]));
    const kept = judged.map((one) => {
      const verdict = verdictOf.get(one.number);
      const faults = verdict === undefined ? one.faults : faultsOf(verdict, one.shown);
      return {
        ...one,
        faults,
        state: faults.length > 0 ? 'faulty' : verdict !== undefined && isKnown(verdict) ? 'known' : 'ready',
      };
    });
    if (kept.length === 0) return;
    await tx.sql(stageRows, [
      id,
      kept.map(({ number }) => number),
      kept.map(({ state }) => state),
      kept.map(({ shown }) => JSON.stringify(shown)),
      kept.map(({ faults }) => JSON.stringify(faults)),
      ...this.contentsOf(kept),
    ]);
  }

  /** What each row that is ready says, open and sealed: one of the two. */
  private contentsOf(kept: readonly (JudgedRow & { state: string })[]): [(string | null)[], (Buffer | null)[]] {
    const contents = kept.map(({ state, row }) => (state === 'ready' ? JSON.stringify(row) : null));
    if (!isSealed(this.definition)) return [contents, contents.map(() => null)];
    const seal = (content: string | null, at: number) =>
      content === null ? null : this.imports.vault.seal(cellOf(this.record.id, kept[at]!.number), content);
    return [contents.map(() => null), contents.map(seal)];
  }
}
