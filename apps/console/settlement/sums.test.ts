import { agrees, sumsOf } from './sums';

const fen = (amount: number) => ({ amount: String(amount), currency: 'CNY' as const });
const line = (gross: number, fee: number, dues: number) => ({
  orderNumber: '1',
  productName: '洛川苹果',
  quantity: 1,
  gross: fen(gross),
  subsidy: fen(0),
  fee: fen(fee),
  farmerDues: fen(dues),
  payable: fen(gross - fee - dues),
});
const statement = (gross: number, fees: number, dues: number) => ({
  id: '1',
  runId: '1',
  supplier: { id: '1', name: '合作社' },
  periodEnd: '2026-11-22',
  openingBalance: fen(0),
  gross: fen(gross),
  refunds: fen(0),
  subsidies: fen(0),
  subsidiesOwed: fen(0),
  fees: fen(fees),
  farmerDues: fen(dues),
  payable: fen(gross - fees - dues),
  closingBalance: fen(gross - fees - dues),
  ruleVersion: '1',
  lines: [line(9_007_199_254_740_993, 1, 30), line(2, 0, 1)],
});

test('adds up in whole fen, beyond what a number could hold', () => {
  const lines = [{ ...line(1, 0, 0), gross: { amount: '9007199254740993', currency: 'CNY' as const } }, line(2, 0, 1)];
  expect(sumsOf(lines).gross.amount).toBe('9007199254740995');
});

test.each([
  { name: 'agrees', given: { ...statement(3, 1, 31), lines: [line(1, 1, 30), line(2, 0, 1)] }, expected: true },
  { name: 'a fen off', given: { ...statement(4, 1, 31), lines: [line(1, 1, 30), line(2, 0, 1)] }, expected: false },
  {
    name: 'dues a fen off',
    given: { ...statement(3, 1, 30), lines: [line(1, 1, 30), line(2, 0, 1)] },
    expected: false,
  },
])('$name', ({ given, expected }) => {
  expect(agrees(given)).toBe(expected);
});
