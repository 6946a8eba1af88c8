import { OUTBOX } from '../database/transact';
import type { Tx } from '../database/tx';
import { dispatchAgain, exhumeEvents } from './dead-letters.sql';

/** Events of one fault: what a consumer could not work off, and the name of the error it ended with. */
export interface Fault {
  readonly consumer: string;
  readonly event: string;
  readonly error: string;
}

/** Most events one press sends again; the rest is there for the next. */
const MOST = 5_000;

/**
 * Sends laid-aside events of one fault to their consumer again; pressed twice the second finds nothing, and what fails again is laid
 * aside again.
 *
 * @returns how many were sent
 */
export async function replayDeadLetters(tx: Tx, { consumer, event, error }: Fault): Promise<number> {
  const rows = await tx.sql(exhumeEvents, [consumer, event, error, MOST]);
  if (rows.length === 0) return 0;
  await tx.sql(dispatchAgain, [rows.map((row) => row.event_id)]);
  tx.wake(OUTBOX);
  tx.audit({
    ...{ action: 'deadLetters.replay', subjectKind: 'consumer', subjectId: consumer },
    after: { event, error, events: rows.length },
  });
  return rows.length;
}
