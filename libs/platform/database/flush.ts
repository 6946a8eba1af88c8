import { canonicalJson } from '@xihuo/kernel';
import { insertAudits, insertEvents } from './command.sql';
import { newId } from './database';
import type { Actor, PendingAudit, Tx } from './tx';

/** Writes the collected events and audit rows, one statement each. */
export async function flush(tx: Tx): Promise<void> {
  if (tx.events.length > 0) {
    await tx.sql(insertEvents, [
      tx.events.map((event) => event.id),
      tx.events.map((event) => event.name),
      tx.events.map((event) => JSON.stringify(event.payload)),
      tx.events.map((event) => event.requestId),
      tx.now,
    ]);
  }
  if (tx.audits.length > 0) {
    const entries = tx.audits.map((entry) => ({ id: newId(), ...entry }));
    await tx.sql(insertAudits, [entries.map((entry) => entry.id), entries.map((entry) => auditContent(entry, tx.now))]);
  }
}

/** The bytes the audit chain vouches for. */
function auditContent(entry: PendingAudit & { id: string }, now: Date): string {
  const { id, action, subjectKind, subjectId, before = null, after = null, actor, requestId } = entry;
  return canonicalJson({
    ...{ id, action, subjectKind, subjectId, before, after, requestId },
    actor: actorName(actor),
    at: now.toISOString(),
  });
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.personId}`;
  return actor.kind === 'guest' ? 'guest' : `system:${actor.name}`;
}
