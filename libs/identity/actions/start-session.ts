import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { expiryFrom, type Surface } from '../rules/session-limits';
import { newToken, tokenHash } from '../secrets/tokens';
import { endReplacedSession, insertSession } from '../store/session.sql';

export interface StartedSession {
  kind: 'signedIn';
  sessionId: string;
  personId: string;
  surface: Surface;
  /** For the cookie and nothing else; the database knows its hash. */
  token: string;
}

export interface SessionWanted {
  personId: string;
  surface: Surface;
  /** The token the browser came with. It never goes on under a new name (fixation): its session ends here. */
  replaces: string | null;
}

/** @throws ProblemError WRONG_CREDENTIALS where the person was disabled a moment ago */
export async function startSession(tx: Tx, { personId, surface, replaces }: SessionWanted): Promise<StartedSession> {
  if (replaces !== null) await tx.sql(endReplacedSession, [tokenHash(replaces), tx.now]);
  const token = newToken();
  const [row] = await tx.sql(insertSession, [tokenHash(token), personId, surface, tx.now, expiryFrom(surface, tx.now)]);
  if (!row) throw fail('WRONG_CREDENTIALS');
  tx.audit({
    action: 'session.start',
    subjectKind: 'person',
    subjectId: personId,
    after: { sessionId: row.id, surface },
  });
  return { kind: 'signedIn', sessionId: row.id, personId, surface, token };
}
