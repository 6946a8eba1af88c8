import { shownParts, toldParts, type OutcomePart } from './outcome-parts';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });
const part = (of: Partial<OutcomePart>): OutcomePart => ({
  ...{ supplierOrderId: 'one', state: 'settled', expectedOn: null, settledUntil: '2026-03-01', rules: [] },
  ...{ paid: yuan('10000'), subsidies: yuan('0'), refunded: yuan('0'), held: yuan('0'), open: yuan('0') },
  ...{ households: { amount: yuan('6001'), count: null, kinds: [] }, collectives: yuan('0') },
  ...{ supplier: yuan('2999'), freight: yuan('1000'), platform: yuan('0') },
  later: { refunded: yuan('0'), rebates: yuan('0') },
  ...of,
});

test('whoever had something stands in it, with its share of what is settled', () => {
  expect(shownParts(part({})).map(({ payee, basisPoints }) => [payee, basisPoints])).toEqual([
    ['households', 6_001],
    ['supplier', 2_999],
    ['freight', 1_000],
  ]);
});

test('what is not paid for or called off is not told of', () => {
  const states = ['none', 'awaitingPayment', 'onTheWay', 'settled'] as const;
  expect(toldParts(states.map((state) => part({ state }))).map(({ state }) => state)).toEqual(['onTheWay', 'settled']);
});
