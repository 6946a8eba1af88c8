import { daysAfter, payerFaults, startOfMonth, type Payer } from './invoice';

const ordinary: Payer = {
  ...{ kind: 'ordinary', title: '示例超市有限公司', taxpayerNumber: '91350100M000100Y43' },
  ...{ address: '', phone: '', bankName: '', bankAccount: '' },
};
const bank = { address: '示例路1号', phone: '021-00000000', bankName: '示例银行', bankAccount: '0000 0000' };

test.each([
  ['an ordinary one names title and number', ordinary, []],
  ['a wrong check character is nobody’s number', { ...ordinary, taxpayerNumber: '91350100M000100Y4Z' }, ['USCC']],
  ['a number of another form', { ...ordinary, taxpayerNumber: '913501' }, ['USCC']],
  ['a special one names the bank too', { ...ordinary, ...bank, kind: 'special' as const }, []],
  [
    'a special one without',
    { ...ordinary, kind: 'special' as const, phone: '021-0' },
    ['SPECIAL_NEEDS_IT', 'SPECIAL_NEEDS_IT', 'SPECIAL_NEEDS_IT'],
  ],
] as const)('%s', (_, payer, codes) => {
  expect(payerFaults(payer).map(({ code }) => code)).toEqual(codes);
});

test('a month begins at midnight in Shanghai, also over the end of a year', () => {
  expect(startOfMonth('2026-12').toISOString()).toBe('2026-11-30T16:00:00.000Z');
  expect(startOfMonth('2026-12', 1).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04');
});
