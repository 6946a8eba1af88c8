import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import type { Tx } from '../database/tx';
import { forgetRows, moveImport, type ImportRecord } from './import.sql';

/** One step of the state table, in the transaction that has locked the import. @throws ProblemError IMPORT_STATE */
export async function move(
  tx: Tx,
  record: ImportRecord,
  event: machines.ImportEvent,
  stopCode: string | null = null,
): Promise<ImportRecord> {
  const next = states.transition(machines.importStates, record.state, event);
  if (next === null) throw fail('IMPORT_STATE', { extra: { state: record.state } });
  if (next === 'discarded') await tx.sql(forgetRows, [record.id]);
  const [moved] = await tx.sql(moveImport, [
    record.id,
    next,
    stopCode,
    tx.now,
    event === 'confirm' ? tx.requestId : record.request_id,
  ]);
  must(moved, 'a locked import moves');
  tellOfImport(tx, moved);
  return moved;
}

/** Imports are their importer's alone. */
export function tellOfImport(tx: Tx, { id, created_by }: Pick<ImportRecord, 'id' | 'created_by'>): void {
  tx.tell('import', id, { people: [created_by] });
}
