import { BANK_LAYOUTS, cellsOf, layoutOf, refusedOf, type BankLine } from './bank-layouts';

const line: BankLine = {
  ...{ code: 'A'.repeat(32), fen: 12_850n, holder: '买买提·艾力', number: '0000000000000018' },
  ...{ cnapsCode: '105100000017', bankName: '示例建行支行', purpose: 'wage' },
};

test.each([
  [{ cnapsCode: '102100099996', bankName: '' }, 'icbc'],
  [{ cnapsCode: '103100000026', bankName: '' }, 'abc'],
  [{ cnapsCode: '105100000017', bankName: '' }, 'ccb'],
  [{ cnapsCode: '402100000018', bankName: '' }, 'rural'],
  [{ cnapsCode: null, bankName: '中国农业银行示例支行' }, 'abc'],
  [{ cnapsCode: null, bankName: '示例县农村信用合作联社' }, 'rural'],
  // The number says more than the name.
  [{ cnapsCode: '308584000013', bankName: '工商银行' }, 'plain'],
  [{ cnapsCode: null, bankName: '' }, 'plain'],
  [null, 'plain'],
] as const)('a debtor at %j has the table of %s', (debtor, layout) => {
  expect(layoutOf(debtor)).toBe(layout);
});

test('every table has the number a bank’s answer is found by, the account, its holder, and the sum with two decimals', () => {
  for (const layout of Object.values(BANK_LAYOUTS)) {
    const cells = cellsOf(layout, line, { place: 3, on: '2026-11-28' });
    expect(cells).toEqual(
      expect.arrayContaining([line.code, line.number, line.holder, '128.50', layout.purposes.wage]),
    );
    expect(cells).toHaveLength(layout.columns.length);
  }
  const orders = Object.values(BANK_LAYOUTS).map(({ columns }) => columns.map(([, field]) => field).join());
  expect(new Set(orders).size).toBe(orders.length);
});

test.each([
  ['105100000017', '', '0'],
  ['102100099996', '', '1'],
  [null, '建设银行示例支行', '0'],
  [null, '示例银行', '1'],
  [null, '', ''],
])('of a payee at %s %s the bank is told whether it is its own: %j', (cnapsCode, bankName, flag) => {
  const cells = cellsOf(BANK_LAYOUTS.ccb, { ...line, cnapsCode, bankName }, { place: 1, on: '2026-11-28' });
  expect(cells[4]).toBe(flag);
});

test.each([
  ['买买提·艾力', ''],
  ['示例合作社（普通合伙）', ''],
  ['=1+1', '=+'],
  ['-示例', '-'],
  ['示例"户', '"'],
  ['示\n例', '\n'],
  ['𬱖某', '𬱖'],
  ['示'.repeat(31), '…'],
])('a holder %j is refused for %j, and never rewritten', (holder, signs) => {
  expect(refusedOf(BANK_LAYOUTS.ccb, { ...line, holder }, (sign) => sign !== '𬱖')).toBe(signs);
  expect(refusedOf(BANK_LAYOUTS.plain, { ...line, holder }, () => false)).toBe('');
});

test('the same holds of the bank, and a table in UTF-8 has every sign of a name', () => {
  expect(refusedOf(BANK_LAYOUTS.icbc, { ...line, bankName: '@示例' }, () => true)).toBe('@');
  expect(refusedOf(BANK_LAYOUTS.abc, { ...line, holder: '𬱖某' }, () => false)).toBe('');
});
