import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { lockDraft, type DraftRow } from '../../store/standard/standard.sql';

export interface OpenDraft {
  readonly row: DraftRow;
  readonly next: machines.StandardState;
  readonly personId: string;
}

/**
 * Locks a draft for a step of its own table of states; the attempt is on the record either way.
 *
 * @param version what was read; null for answers, which write over nothing
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openDraft(
  tx: Tx,
  { standard, event, version }: { standard: string; event: machines.StandardEvent; version: number | null },
): Promise<OpenDraft> {
  tx.attempt({ action: `standard.${event}`, subjectKind: 'standard', subjectId: standard });
  must(tx.actor.kind === 'person', 'people make rules');
  const [row] = await tx.sql(lockDraft, [standard]);
  if (!row) throw fail('NOT_FOUND');
  if (version !== null) mustBeVersion(row.row_version, version);
  const next = states.transition(machines.standardStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return { row, next, personId: tx.actor.personId };
}
