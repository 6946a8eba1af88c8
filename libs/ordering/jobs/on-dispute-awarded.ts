import { defineConsumer } from '@xihuo/platform';
import { endUnpaidPacks } from '../actions/end-unpaid-packs';

/** What is paid back whole is not sent any more. */
export const onDisputeAwarded = defineConsumer({
  consumer: 'ordering.onDisputeAwarded',
  event: 'disputeAwarded',
  handle: (tx, events) =>
    endUnpaidPacks(
      tx,
      events.map(({ payload }) => payload.supplierOrderId),
    ),
});
