import { defineConsumer } from '@xihuo/platform';
import { beginTelling } from '../actions/tell-buyers-of-recall';
import { TELL_OF_RECALLS } from './tell-of-recalls.job';

/** Whoever was told of a recall hears that the suspicion was wrong. */
export const onRecallEnded = defineConsumer({
  consumer: 'ordering.onRecallEnded',
  event: 'recallEnded',
  async handle(tx, events) {
    const withdrawn = events.filter((event) => event.payload.withdrawn).map((event) => event.payload.recallId);
    if (withdrawn.length === 0) return;
    await beginTelling(tx, withdrawn, 'withdrawn');
    tx.wake(TELL_OF_RECALLS);
  },
});

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
