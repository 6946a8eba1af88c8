import { standingOf, type Standing } from './standing';

type Facts = Parameters<typeof standingOf>[0];
type State = Facts['order']['state'];
type PaymentState = Facts['order']['paymentState'];

const now = { left: false, gaveUp: false };
const returned = { left: true, gaveUp: false };
const waited = { left: true, gaveUp: true };

test.each<[State, PaymentState, Omit<Facts, 'order'>, Standing]>([
  ['awaitingPayment', null, now, 'open'],
  ['awaitingPayment', 'awaitingBuyer', now, 'open'],
  ['awaitingPayment', 'awaitingBuyer', returned, 'confirming'],
  ['awaitingPayment', 'unknown', returned, 'confirming'],
  ['awaitingPayment', 'awaitingBuyer', waited, 'noWord'],
  // A refusal is known from the server, whoever opens the page, and ends the waiting at once.
  ['awaitingPayment', 'failed', returned, 'refused'],
  ['awaitingPayment', 'failed', now, 'refused'],
  ['awaitingPayment', 'cancelled', returned, 'calledOff'],
  // Paid, and the order has not heard of it yet: nobody is asked to pay again, however long it takes.
  ['awaitingPayment', 'captured', now, 'confirming'],
  ['expiring', 'captured', waited, 'confirming'],
  ['expiring', 'awaitingBuyer', returned, 'closing'],
  ['paid', 'captured', returned, 'settled'],
  ['cancelled', 'awaitingBuyer', returned, 'settled'],
])('order %s, payment %s, %j: %s', (state, paymentState, rest, standing) => {
  expect(standingOf({ order: { state, paymentState }, ...rest })).toBe(standing);
});
