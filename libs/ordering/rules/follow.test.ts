import { mayFollow, receiveBy, shipBy, type TimedPart } from './follow';

const at = (text: string) => new Date(`2026-03-${text}Z`);
const terms = { shipWithinHours: 72, autoReceiptDays: 10, autoReceiptAfterDeliveryHours: 72 };
const part: TimedPart = {
  ...{ state: 'shipped', placed_at: at('01T00:00:00'), paid_at: at('01T00:10:00'), shipped_at: at('03T00:00:00') },
  ...{ delivered_at: null, reminded_at: null, extended_days: null },
};

test('sent by so many hours after the payment; on terms, after the order', () => {
  expect(shipBy({ ...part, state: 'toShip' }, terms)).toEqual(at('04T00:10:00'));
  expect(shipBy({ ...part, state: 'toShip', paid_at: null }, terms)).toEqual(at('04T00:00:00'));
  expect(shipBy(part, terms)).toBeNull();
});

test.each([
  ['nothing heard', {}, at('13T00:00:00')],
  ['delivered', { delivered_at: at('05T00:00:00') }, at('08T00:00:00')],
  ['delivered late', { delivered_at: at('12T00:00:00') }, at('13T00:00:00')],
  ['put off', { delivered_at: at('05T00:00:00'), extended_days: 5 }, at('13T00:00:00')],
  ['received', { state: 'received' }, null],
])('counts as received: %s', (_name, of, until) => {
  expect(receiveBy({ ...part, ...of }, terms)).toEqual(until);
});

test.each([
  ['waits', { state: 'toShip' }, { remind: true, extend: false }],
  ['reminded within the day', { state: 'toShip', reminded_at: at('02T00:00:01') }, { remind: false, extend: false }],
  ['reminded a day ago', { state: 'toShip', reminded_at: at('02T00:00:00') }, { remind: true, extend: false }],
  ['on its way', {}, { remind: false, extend: true }],
  ['put off before', { extended_days: 5 }, { remind: false, extend: false }],
  ['over', { state: 'released' }, { remind: false, extend: false }],
])('%s', (_name, of, may) => {
  expect(mayFollow({ ...part, ...of }, at('03T00:00:00'))).toEqual(may);
});
