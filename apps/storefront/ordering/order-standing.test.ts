import { standingOf } from './order-standing';

const stands = (state: Parameters<typeof standingOf>[0]['state'], ...parts: string[]) =>
  standingOf({ state, supplierOrders: parts.map((part) => ({ state: part })) });

test.each([
  ['toPay', stands('awaitingPayment', 'awaitingPayment')],
  ['closing', stands('expiring', 'awaitingPayment')],
  ['toShip', stands('paid', 'toShip', 'toShip')],
  ['toShip', stands('onTerms', 'toShip')],
  ['partShipped', stands('paid', 'toShip', 'received')],
  ['toReceive', stands('paid', 'shipped', 'released')],
  ['received', stands('paid', 'received', 'released')],
  ['done', stands('paid', 'released', 'cancelled')],
  ['cancelled', stands('cancelled', 'cancelled')],
])('an order stands as %s by what is still awaited of it', (expected, standing) => {
  expect(standing).toBe(expected);
});

test('a paid order of which nothing is left counts as cancelled', () => {
  expect(stands('paid', 'cancelled', 'cancelled')).toBe('cancelled');
});

test('what is cancelled of an order says nothing of the rest', () => {
  expect(stands('paid', 'cancelled', 'toShip')).toBe('toShip');
});
