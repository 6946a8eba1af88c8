import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Grant, type Tx } from '@xihuo/platform';
import { lockOwnFile, type FileRow } from '../../store/application/file.sql';

/** The organisations somebody may apply for. */
export function suppliersOf(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, organisationId }) => (role === 'supplier' && organisationId ? [organisationId] : []));
}

/** In these an applicant may change what was filled in. */
export function isEditable(state: machines.ApplicationState): boolean {
  return state === 'draft' || state === 'correctionsRequested';
}

export interface OwnFile {
  readonly row: FileRow;
  readonly personId: string;
  readonly suppliers: readonly string[];
}

/**
 * Locks an application of one of the own organisations; the attempt is on the record. Somebody else's is not there.
 *
 * @param version what was read; null for what writes over nothing
 * @throws ProblemError NOT_FOUND, STALE_VERSION
 */
export async function lockOwn(
  tx: Tx,
  { id, action, version }: { id: string; action: string; version: number | null },
): Promise<OwnFile> {
  tx.attempt({ action: `application.${action}`, subjectKind: 'application', subjectId: id });
  must(tx.actor.kind === 'person', 'people apply');
  const suppliers = suppliersOf(tx.actor.grants);
  const [row] = await tx.sql(lockOwnFile, [id, suppliers]);
  if (!row) throw fail('NOT_FOUND');
  if (version !== null) mustBeVersion(row.row_version, version);
  return { row, personId: tx.actor.personId, suppliers };
}

/** As `lockOwn`, while it may be changed. @throws ProblemError NOT_AT_THIS_STEP */
export async function lockEditable(tx: Tx, wanted: Parameters<typeof lockOwn>[1]): Promise<OwnFile> {
  const own = await lockOwn(tx, wanted);
  if (!isEditable(own.row.state)) throw notNow(own.row);
  return own;
}

/** The state after an event of the applicant. @throws ProblemError NOT_AT_THIS_STEP */
export function stateAfter(row: FileRow, event: machines.ApplicationEvent): machines.ApplicationState {
  const next = states.transition(machines.applicationStates, row.state, event);
  if (next === null) throw notNow(row);
  return next;
}

function notNow({ state }: FileRow) {
  return fail('NOT_AT_THIS_STEP', { extra: { state } });
}
