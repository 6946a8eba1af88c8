import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import type { Surface } from '../rules/session-limits';
import { endOwnSession } from '../store/session.sql';

/**
 * Ends a session of its own person: gone on the next request, whatever cookie still names it.
 *
 * @throws ProblemError NOT_FOUND, also where it is somebody else's
 */
export async function endSession(
  tx: Tx,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<{ surface: Surface }> {
  const [ended] = await tx.sql(endOwnSession, [sessionId, personId, tx.now]);
  if (!ended) throw fail('NOT_FOUND');
  tx.audit({ action: 'session.end', subjectKind: 'person', subjectId: personId, after: { sessionId } });
  return { surface: ended.surface };
}
