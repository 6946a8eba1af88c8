import { time } from '@xihuo/kernel';
import { command, newId, type Database, type Log } from '@xihuo/platform';
import { unsentPastExit } from '../store/exit.sql';
import { openCase } from './claim-after-sale';

/** Parts read at once. */
const PAGE = 100;
const by = { actor: { kind: 'system', name: 'ordering.exits' }, requestId: 'ordering.exits' } as const;

/**
 * What suppliers that leave have not sent by the deadline of their exit is cancelled and paid back, part by part, each in a transaction of
 * its own: one that fails holds up no other, and is tried again with the next round.
 */
export async function endUnsent(database: Database, log: Pick<Log, 'error'>): Promise<void> {
  for (let after: string | null = null; ;) {
    const unsent = await unsentAfter(database, after);
    for (const part of unsent) {
      const claim = { kind: 'short', supplierOrderId: part.id, reason: 'other', lines: part.lines } as const;
      try {
        await command(database, { name: 'ordering.endUnsent', ...by }, (tx) =>
          openCase(tx, {
            ...{ orderId: part.order_id, caseId: newId(), amountFen: null, photoIds: [], by: 'platform', claim },
            words: '供应商已退出，期限内未发货，订单取消并退款',
          }),
        );
      } catch (error) {
        log.error({ err: error as Error, part: part.id }, 'what was not sent could not be ended');
      }
    }
    if (unsent.length < PAGE) return;
    after = unsent.at(-1)!.id;
  }
}

async function unsentAfter(database: Database, after: string | null) {
  const { view } = await command(database, { name: 'ordering.unsentOfExits', ...by }, (tx) =>
    tx.sql(unsentPastExit, [time.businessDate(tx.now), PAGE, after]),
  );
  return view;
}
