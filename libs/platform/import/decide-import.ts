import { fail } from '@xihuo/contract';
import { command } from '../database/command';
import type { Tx } from '../database/tx';
import type { VersionedAsk } from '../http/handles';
import { mustBeVersion } from '../http/version';
import { lockImport, type ImportRecord } from './import.sql';
import { importerOf, mustFit, type Imports } from './imports';
import { move } from './move';
import { viewOf, type ImportView } from './view-import';
import { RUN_IMPORTS } from './run-imports.job';

/** Has the good rows written. */
export async function confirmImport(
  imports: Imports,
  ask: VersionedAsk,
  id: string,
  { leaveOutFaulty }: { leaveOutFaulty: boolean },
): Promise<ImportView> {
  await command(imports.database, ask, async (tx) => {
    tx.attempt({ action: 'import.confirm', subjectKind: 'import', subjectId: id });
    const record = await own(tx, ask, id);
    const definition = imports.of(record.kind);
    mustFit(definition, tx);
    await definition.admit(tx, record.scope_id);
    const moved = await move(tx, record, 'confirm');
    const { ready, faulty, known } = record;
    if (ready === 0) throw fail('IMPORT_EMPTY');
    if (faulty > 0 && !leaveOutFaulty) throw fail('IMPORT_HAS_FAULTS', { extra: { faulty } });
    tx.audit({
      ...{ action: 'import.confirm', subjectKind: 'import', subjectId: id },
      ...{ before: { state: record.state }, after: { state: moved.state, ready, known, faulty } },
    });
    tx.wake(RUN_IMPORTS);
  });
  return viewOf(imports, id, importerOf(ask));
}

/**
 * Ends the writing before the next chunk. What is written stays; the rest waits to be gone on with, or to be forgotten.
 *
 * @throws ProblemError IMPORT_STATE where nothing is being written
 */
export async function stopImport(imports: Imports, ask: VersionedAsk, id: string): Promise<ImportView> {
  await command(imports.database, ask, async (tx) => {
    tx.attempt({ action: 'import.stop', subjectKind: 'import', subjectId: id });
    const record = await own(tx, ask, id);
    const code = 'IMPORT_STOPPED';
    const { written, ready } = await move(tx, record, 'stop', code);
    tx.audit({ action: 'import.stop', subjectKind: 'import', subjectId: id, after: { code, written, ready } });
  });
  return viewOf(imports, id, importerOf(ask));
}

/** Forgets what was read and not written. */
export async function discardImport(imports: Imports, ask: VersionedAsk, id: string): Promise<ImportView> {
  await command(imports.database, ask, async (tx) => {
    tx.attempt({ action: 'import.discard', subjectKind: 'import', subjectId: id });
    const record = await own(tx, ask, id);
    await move(tx, record, 'discard');
    tx.audit({ action: 'import.discard', subjectKind: 'import', subjectId: id, before: { state: record.state } });
  });
  return viewOf(imports, id, importerOf(ask));
}

async function own(tx: Tx, { version }: VersionedAsk, id: string): Promise<ImportRecord> {
  const [record] = await tx.sql(lockImport, [id]);
  if (record?.created_by !== importerOf(tx)) throw fail('NOT_FOUND');
  mustBeVersion(record.row_version, version);
  return record;
}
