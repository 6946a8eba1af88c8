import { choiceColumn, codeColumn, dayColumn, optional, textColumn, wholeColumn, yuanColumn } from './columns';
import { matchHeader } from './match-header';
import { defineImport } from './definition';

const words = { zh: '列', en: 'column' };
const described = { title: words, hint: words, sample: '' };
const outcome = (read: { value: unknown } | { fault: { code: string } }) =>
  'fault' in read ? read.fault.code : read.value;

const day = dayColumn(described);
it.each([
  ['2026-09-01', '2026-09-01'],
  ['2026/9/1', '2026-09-01'],
  ['2026.9.1', '2026-09-01'],
  ['20260901', '2026-09-01'],
  ['2026年9月1日', '2026-09-01'],
  ['２０２６－０９－０１', '2026-09-01'],
  ['2026/9/1 0:00:00', '2026-09-01'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', 'NOT_A_DAY'],
  ['2026-06-31', 'NOT_A_DAY'],
  ['2026-13-01', 'NOT_A_DAY'],
  ['9/1/2026', 'NOT_A_DAY'],
  ['昨天', 'NOT_A_DAY'],
])('day %s: %s', (text, read) => {
  expect(outcome(day.read(text))).toBe(read);
});

const model = choiceColumn(described, { employment: ['吸纳就业', '就业'], dividend: ['收益分红'] });
it.each([
  ['吸纳就业', 'employment'],
  [' 就 业 ', 'employment'],
  ['Employment', 'employment'],
  ['收益分红', 'dividend'],
  ['分红', 'NOT_A_CHOICE'],
])('choice %s: %s', (text, read) => {
  expect(outcome(model.read(text))).toBe(read);
});

const code = codeColumn(described, (digits) =>
  /^\d{4}[\dX]$/.test(digits) ? null : { code: 'FORM', reason: words, fix: words },
);
it.each([
  ['1234x', '1234X'],
  ['12 34-5', '12345'],
  ['１２３４５', '12345'],
  ['1.2345E+17', 'DIGITS_LOST'],
  ['123', 'FORM'],
])('code %s: %s', (text, read) => {
  expect(outcome(code.read(text))).toBe(read);
});

it('counts characters as people do', () => {
  expect(outcome(textColumn(described, 2).read('𠮷𠮷'))).toBe('𠮷𠮷');
  expect(outcome(textColumn(described, 2).read('一二三'))).toBe('TOO_LONG');
});

const definition = defineImport<{ name: string; village: string; note: string }>({
  ...{ kind: 'linkedHouseholds', title: words, roles: [], keyOf: () => '' },
  columns: {
    name: textColumn({ ...described, title: { zh: '户主姓名', en: 'Name' }, aliases: ['姓名'] }, 10),
    village: textColumn({ ...described, title: { zh: '村', en: 'Village' } }, 10),
    note: optional(textColumn({ ...described, title: { zh: '备注', en: 'Note' } }, 10), ''),
  },
  admit: () => Promise.resolve(),
  inspect: () => Promise.resolve([]),
  write: () => Promise.resolve(),
});
const header = (...titles: string[]) => ({ number: 1, cells: titles.map((text) => ({ text, kind: 'text' as const })) });
const placesOf = (...titles: string[]) =>
  Object.fromEntries([...matchHeader(definition, header(...titles)).places].map(([name, { at }]) => [name, at]));

it.each([
  [['户主姓名*', '村'], { name: 0, village: 1 }],
  [['村（行政村）', '', ' 姓 名 '], { village: 0, name: 2 }],
  [['NAME', 'village', 'Note'], { name: 0, village: 1, note: 2 }],
])('finds the columns of %j', (titles, places) => {
  expect(placesOf(...titles)).toEqual(places);
});

it.each([
  [['村', '备注'], { missing: [{ zh: '户主姓名' }], twice: [] }],
  [['姓名', '户主姓名', '村'], { missing: [], twice: ['户主姓名'] }],
])('refuses %j', (titles, extra) => {
  expect.assertions(1);
  try {
    matchHeader(definition, header(...titles));
  } catch (error) {
    expect((error as { extra: object }).extra).toMatchObject({ reason: 'columns', ...extra });
  }
});

it.each([
  ['19.9', '1990'],
  ['¥1,299.00', '129900'],
  ['４５元', '4500'],
  ['19.899999999999999', '1990'],
  ['0', null],
  ['19.905', null],
  ['19.9049999', null],
  ['1,29.00', null],
  ['-3', null],
  ['1e3', null],
])('an amount %s is %s fen', (text, fen) => {
  const read = yuanColumn(described).read(text);
  expect('value' in read ? read.value : null).toBe(fen);
});

it.each([
  ['12', 12],
  ['1,200', 1200],
  ['12.0', 12],
  ['12.5', null],
  ['-1', null],
  ['10001', null],
])('a count %s is %s', (text, count) => {
  const read = wholeColumn(described, [0, 10_000]).read(text);
  expect('value' in read ? read.value : null).toBe(count);
});
