import { csvOf, yuanFigure } from './csv';

test('cells are quoted where they must be, and lines end as the standard says', () => {
  expect(
    csvOf(
      ['户', '金额'],
      [
        ['李"大"嫂, 二组', '12.50'],
        [null, 3],
      ],
    ),
  ).toBe('\uFEFF户,金额\r\n"李""大""嫂, 二组",12.50\r\n,3\r\n');
});

test.each([
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['-12.50', '-12.50'],
  ['+86', "'+86"],
])('%s does nothing in a spreadsheet', (cell, expected) => {
  expect(csvOf(['x'], [[cell]])).toBe(`\uFEFFx\r\n${expected}\r\n`);
});

test.each([
  ['0', '0.00'],
  ['5', '0.05'],
  ['-5', '-0.05'],
  ['-123450', '-1234.50'],
  ['9007199254740993123', '90071992547409931.23'],
])('%s fen are %s yuan', (amount, expected) => {
  expect(yuanFigure({ amount })).toBe(expected);
});
