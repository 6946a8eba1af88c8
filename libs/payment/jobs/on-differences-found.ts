import { defineConsumer, NOTICES, type Notices } from '@xihuo/platform';
import { tellOfDifferences } from '../actions/tell-of-differences';

export const onDifferencesFound = defineConsumer({
  consumer: 'payment.onDifferencesFound',
  event: 'differencesFound',
  handle: (tx, events, kit) =>
    tellOfDifferences(
      tx,
      kit.get<Notices>(NOTICES),
      events.map(({ id, payload }) => ({ eventId: id, ...payload })),
    ),
});
