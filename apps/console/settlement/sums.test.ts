import { agrees, sumOf } from './sums';

const fen = (amount: number) => ({ amount: String(amount), currency: 'CNY' as const });
const sums = {
  ...{ gross: fen(10_000), refunds: fen(500), subsidies: fen(300) },
  ...{ fees: fen(100), farmerDues: fen(4_000), payable: fen(5_700) },
};
const statement = {
  ...{ id: '1', runId: '1', supplier: { id: '1', name: '合作社' }, periodEnd: '2026-11-22', ruleVersion: '1' },
  ...{ openingBalance: fen(0), closingBalance: fen(5_700), subsidiesOwed: fen(0) },
  ...{ adjustments: fen(0), lateRefunds: fen(0), payouts: fen(0), netted: fen(0) },
  ...sums,
  previous: null,
  lines: { count: 2, ...sums },
};

test('agrees where every sum of the lines is the one of the statement', () => {
  expect(agrees(statement)).toBe(true);
});

test.each(Object.keys(sums))('does not agree where %s is a fen off', (sum) => {
  expect(agrees({ ...statement, lines: { ...statement.lines, [sum]: fen(1) } })).toBe(false);
});

test('sums are of every fen', () =>
  expect(sumOf(['9007199254740993', '1'].map((amount) => ({ amount, currency: 'CNY' })))).toEqual({
    ...{ amount: '9007199254740994', currency: 'CNY' },
  }));
