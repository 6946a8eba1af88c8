import { command, defineJob, type Kit } from '@xihuo/platform';
import { TILL, type Till } from '@xihuo/payment';
import { settleCancelling } from '../actions/give-up-order';
import { dueToExpire, takeExpiring } from '../store/order-steps.sql';

/** Orders a sweep takes at once; each is a question to the provider, so the number bounds the time. */
const BATCH = 50;
const by = { actor: { kind: 'system', name: 'ordering.expire' }, requestId: 'ordering.expire' } as const;

/** Unpaid orders past their deadline, and those whose cancelling was interrupted: off the shelf only once the provider said so. */
export const expireOrders = defineJob({
  name: 'ordering.expireOrders',
  every: 10_000,
  async run(kit: Kit) {
    const till = kit.get<Till>(TILL);
    await command(kit.database, { name: 'ordering.takeDue', ...by }, (tx) => tx.sql(dueToExpire, [tx.now, BATCH]));
    const { view: waiting } = await command(kit.database, { name: 'ordering.takeExpiring', ...by }, (tx) =>
      tx.sql(takeExpiring, [tx.now, BATCH]),
    );
    const ends = await Promise.allSettled(waiting.map((order) => settleCancelling(till, order.id, by)));
    for (const end of ends) {
      if (end.status === 'rejected') kit.log.error({ err: end.reason as Error }, 'an order could not be cancelled yet');
    }
  },
});
