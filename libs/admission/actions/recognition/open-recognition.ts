import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { recognitionRefusal, type RecognitionAction } from '../../rules/recognition/may-decide';
import { lockRecognition, type RecognitionFileRow } from '../../store/recognition/recognition.sql';
import { recognitionMatter } from '../../store/recognition/views';
import { sees } from '../product/open-dossier';

export interface OpenRecognition {
  readonly row: RecognitionFileRow;
  readonly decider: Decider;
}

/**
 * Locks a recognition for a step and refuses whoever may not take it, in the order in which a page would say why.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openRecognition(
  tx: Tx,
  { id, action, version }: { id: string; action: RecognitionAction; version: number },
): Promise<OpenRecognition> {
  tx.attempt({ action: `recognition.${action}`, subjectKind: 'recognition', subjectId: id });
  must(tx.actor.kind === 'person', 'people decide on a recognition');
  const decider: Decider = { personId: tx.actor.personId, grants: tx.actor.grants };
  const [row] = await tx.sql(lockRecognition, [id]);
  if (!row) throw fail('NOT_FOUND');
  const refusal = recognitionRefusal(action, recognitionMatter(row), decider);
  if (refusal === 'NOT_YOUR_PART') throw fail(sees(row, decider) ? 'FORBIDDEN' : 'NOT_FOUND');
  if (refusal !== null && refusal !== 'NOT_AT_THIS_STEP') throw fail('FOUR_EYES', { extra: { why: refusal } });
  mustBeVersion(row.row_version, version);
  if (refusal !== null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return { row, decider };
}
