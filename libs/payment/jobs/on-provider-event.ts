import { defineConsumer } from '@xihuo/platform';
import { workOffEvents } from '../actions/receive-event';

export const onProviderEvent = defineConsumer({
  consumer: 'payment.onProviderEvent',
  event: 'providerEventReceived',
  handle: (tx, events) =>
    workOffEvents(
      tx,
      events.map((event) => event.payload.inboxId),
    ),
});
