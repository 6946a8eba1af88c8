import { defineConsumer } from '@xihuo/platform';
import { markOrdersPaid } from '../actions/mark-orders-paid';

export const onPaymentCaptured = defineConsumer({
  consumer: 'ordering.onPaymentCaptured',
  event: 'paymentCaptured',
  async handle(tx, events) {
    await markOrdersPaid(
      tx,
      events.map((event) => event.payload.orderId),
    );
  },
});
