import { defineConsumer } from '@xihuo/platform';
import { beginTelling } from '../actions/tell-buyers-of-recall';
import { TELL_OF_RECALLS } from './tell-of-recalls.job';

export const onLotRecalled = defineConsumer({
  consumer: 'ordering.onLotRecalled',
  event: 'lotRecalled',
  async handle(tx, events) {
    await beginTelling(
      tx,
      events.map((event) => event.payload.recallId),
    );
    tx.wake(TELL_OF_RECALLS);
  },
});
