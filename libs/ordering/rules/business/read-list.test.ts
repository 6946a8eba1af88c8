import { cellsOfText, quantityFault, readList, smallestQuantity } from './read-list';
import { payCode, payCodesIn } from './numbers';

const read = (text: string) =>
  readList(cellsOfText(text)).map(({ row, name, pack, quantity }) => [row, name, pack, quantity]);

test.each([
  ['tabs under headings', '商品\t规格\t数量\n苹果\t一箱\t20', [[2, '苹果', '一箱', 20]]],
  [
    'commas of both kinds',
    '苹果，20\npear,3',
    [
      [1, '苹果', null, 20],
      [2, 'pear', null, 3],
    ],
  ],
  ['blanks, the quantity last', '陕北 山地苹果 12箱', [[1, '陕北 山地苹果', null, 12]]],
  ['wide digits and a sign', '苹果\t×２０', [[1, '苹果', null, 20]]],
  ['no quantity', '苹果', [[1, null, null, null]]],
  ['nothing of it', '苹果 0', [[1, null, null, null]]],
  ['empty lines', '\n\n苹果 1\n', [[3, '苹果', null, 1]]],
])('%s', (_name, text, lines) => {
  expect(read(text)).toEqual(lines);
});

test.each([
  [9, 'BELOW_MINIMUM'],
  [10, null],
  [12, 'NOT_A_STEP'],
])('%s packs from 10 on in steps of 5', (packs, fault) => {
  expect(quantityFault(packs, { minimumPacks: 10, stepPacks: 5 })).toBe(fault);
});

test.each([
  [10, 5, 10],
  [10, 4, 12],
  [1, 1, 1],
])('from %s packs on in steps of %s the fewest are %s', (minimumPacks, stepPacks, packs) => {
  expect(smallestQuantity({ minimumPacks, stepPacks })).toBe(packs);
});

test('a code is found however it is spaced, and only where its check digit is right', () => {
  const code = payCode(12_345_678);
  expect(code).toMatch(/^7\d{9}$/);
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  for (const remark of [code, `货款${code}`, `货款 ${spaced} 谢谢`, `2026年1月5日 ${code}`])
    expect(payCodesIn(remark)).toEqual([code]);
  const wrong = code.slice(0, 9) + String((Number(code[9]) + 1) % 10);
  for (const remark of ['', '货款', wrong, `1${code}`]) expect(payCodesIn(remark)).toEqual([]);
});
