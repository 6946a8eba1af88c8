import { command, type Database, type Log, type Tx } from '@xihuo/platform';
import { effectOfSilence } from '../rules/claim';
import { disputedLines, dueCases, lockCase, postponeCase } from '../store/after-sale.sql';
import { dueAtOf, moveCase } from './move-cases';

/** Cases read at once. */
const PAGE = 200;
const by = { actor: { kind: 'system', name: 'ordering.afterSale' }, requestId: 'ordering.afterSale' } as const;

/**
 * Where nobody acted in time a case goes on by itself: silence of the supplier accepts, silence of the buyer closes. A refused claim
 * about a line that is in dispute cannot be taken to the platform before that is over, so its time begins anew instead. Answers
 * whether it moved; whoever was quicker has moved it.
 */
export async function moveSilentCase(tx: Tx, caseId: string): Promise<boolean> {
  const [one] = await tx.sql(lockCase, [caseId]);
  if (!one?.due_at || one.due_at > tx.now) return false;
  const event = effectOfSilence(one.state, one.kind);
  if (!event) return false;
  if (one.state === 'refused' && (await tx.sql(disputedLines, [caseId])).length > 0) {
    await tx.sql(postponeCase, [caseId, await dueAtOf(tx, one.state, one.kind)]);
    return false;
  }
  await moveCase(tx, one, { event, by: 'platform' });
  return true;
}

/** Moves all cases whose time is up, each in a transaction of its own: one that fails holds up no other. Answers how many moved. */
export async function moveSilentCases(database: Database, log: Pick<Log, 'error'>): Promise<number> {
  let moved = 0;
  let after: { due_at: Date; id: string } | undefined;
  for (;;) {
    const { view: due } = await command(database, { name: 'ordering.dueCases', ...by }, (tx) =>
      tx.sql(dueCases, [tx.now, PAGE, after?.due_at ?? null, after?.id ?? null]),
    );
    for (const { id } of due) {
      try {
        const { view } = await command(database, { name: 'ordering.moveSilentCase', ...by }, (tx) =>
          moveSilentCase(tx, id),
        );
        if (view) moved += 1;
      } catch (error) {
        log.error({ err: error as Error, case: id }, 'a case whose time is up could not be moved');
      }
    }
    after = due.at(-1);
    if (due.length < PAGE) return moved;
  }
}
