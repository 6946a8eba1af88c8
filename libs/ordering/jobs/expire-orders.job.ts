import { command, defineJob, type Kit, type Tx } from '@xihuo/platform';
import { cancelPayment, TILL, type Till } from '@xihuo/payment';
import { finishNeverPaid } from '../actions/cancel-order';
import { settleCancelling } from '../actions/give-up-order';
import { paidElsewhere } from '../store/business/receivable.sql';
import { dueToExpire, takeExpiring } from '../store/order-steps.sql';

/** Orders marked or cancelled in one transaction, which holds their goods meanwhile. */
const SET = 200;
/** Orders asked about together: each is a question to the provider. */
const BATCH = 50;
const by = { actor: { kind: 'system', name: 'ordering.expire' }, requestId: 'ordering.expire' } as const;

/**
 * Unpaid orders past their deadline, and those whose cancelling was interrupted. What nobody began to pay goes back on the shelf at
 * once, in sets until none is left; of the others only once the provider said so.
 */
export const expireOrders = defineJob({
  name: 'ordering.expireOrders',
  every: 10_000,
  async run(kit: Kit) {
    const till = kit.get<Till>(TILL);
    const once = async <View>(name: string, work: (tx: Tx) => Promise<View>) =>
      (await command(kit.database, { name: `ordering.${name}`, ...by }, work)).view;
    const begun = await once('beginExpiring', async (tx) => tx.now.toISOString());
    for (let taken = SET; taken === SET;)
      taken = (await once('takeDue', (tx) => tx.sql(dueToExpire, [tx.now, SET]))).length;
    for (let ended = SET; ended === SET;) ended = await once('cancelNeverPaid', (tx) => finishNeverPaid(tx, SET));
    // Paid by bank meanwhile: what somebody began to pay through the provider is called off there, or it would be paid twice.
    const twice = await once('paidElsewhere', (tx) => tx.sql(paidElsewhere, [tx.now, BATCH]));
    const offs = await Promise.allSettled(twice.map((order) => cancelPayment(till, order.id, by)));
    for (const off of offs)
      if (off.status === 'rejected')
        kit.log.error({ err: off.reason as Error }, 'a payment of a paid order could not be called off yet');
    for (let asked = BATCH; asked === BATCH;) {
      const waiting = await once('takeExpiring', (tx) => tx.sql(takeExpiring, [tx.now, BATCH, begun]));
      const ends = await Promise.allSettled(waiting.map((order) => settleCancelling(till, order.id, by)));
      for (const end of ends) {
        if (end.status === 'rejected')
          kit.log.error({ err: end.reason as Error }, 'an order could not be cancelled yet');
      }
      asked = waiting.length;
    }
  },
});
