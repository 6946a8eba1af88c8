import {
  householdsBehind,
  monthWithin,
  ordersBehind,
  resultsOf,
  spanBefore,
  spanIn,
  thirteenMonths,
  withSpan,
  wrongSpan,
} from './span';

const today = '2026-11-30';
const asked = (text: string) => spanIn(new URLSearchParams(text), today);

test('the year so far, or the days the address asks for', () => {
  expect(asked('')).toEqual({ from: '2026-01-01', until: today });
  expect(asked('from=2025-12-01&until=2026-02-28&place=610000')).toEqual({
    ...{ from: '2025-12-01', until: '2026-02-28', place: '610000' },
  });
  expect(asked('from=yesterday&place=x')).toEqual({ from: '2026-01-01', until: today });
});

test.each([
  ['2026-01-01', '2026-12-31', null],
  ['2025-11-01', '2026-11-30', null],
  ['2026-01-01', '2027-02-01', 'tooLong'],
  ['2026-02-01', '2026-01-31', 'backwards'],
])('%s until %s: %s', (from, until, wrong) => expect(wrongSpan({ from, until })).toBe(wrong));

test('what else the address says stays', () => {
  const search = new URLSearchParams('from=2026-01-01&look=goods');
  expect(withSpan(search, { table: 'pairings' })).toBe('?from=2026-01-01&look=goods&table=pairings');
  expect(withSpan(search, { look: '' })).toBe('?from=2026-01-01');
});

test('a month of a span, as far as it lies within', () => {
  const span = { from: '2026-02-10', until: '2026-04-05' };
  expect(monthWithin(span, '2026-02')).toEqual({ from: '2026-02-10', until: '2026-02-28' });
  expect(monthWithin(span, '2026-03')).toEqual({ from: '2026-03-01', until: '2026-03-31' });
  expect(monthWithin(span, '2026-04')).toEqual({ from: '2026-04-01', until: '2026-04-05' });
});

test('a page that names no month keeps its days', () => {
  const span = { from: '2026-02-10', until: '2026-04-05' };
  expect(monthWithin(span, '')).toEqual(span);
  expect(monthWithin(span, '2026-13')).toEqual(span);
});

test('what led to the rows is found again with its days, its place and its table', () => {
  const span = { from: '2026-02-10', until: '2026-04-05', place: '610000' };
  expect(resultsOf(span, 'suppliers')).toBe('/results?from=2026-02-10&until=2026-04-05&place=610000&table=suppliers');
  expect(resultsOf(span, 'months')).toBe('/results?from=2026-02-10&until=2026-04-05&place=610000');
});

test('this month stands beside itself a year before', () => {
  const months = thirteenMonths('2026-11-30');
  expect(months).toEqual({ from: '2025-11-01', until: '2026-11-30' });
  expect(wrongSpan(months)).toBeNull();
});

test('the same days a year before, also those of a leap year', () => {
  expect(spanBefore({ from: '2024-02-29', until: '2024-12-31', place: '610000' })).toEqual({
    ...{ from: '2023-02-28', until: '2023-12-31', place: '610000' },
  });
});

test('a figure leads to its own rows: those of its key, also of what has none, and of its kind', () => {
  const span = { from: '2026-01-01', until: '2026-04-05' };
  const days = 'from=2026-01-01&until=2026-04-05';
  expect(ordersBehind(span, 'campaigns', { key: '', way: 'helped' })).toBe(
    `/results/orders?${days}&table=campaigns&key=&way=helped`,
  );
  expect(ordersBehind(span, 'months', {})).toBe(`/results/orders?${days}&table=months`);
  expect(householdsBehind(span, 'late', 'wage')).toBe(`/results/households?${days}&figure=late&kind=wage`);
  expect(householdsBehind(span, 'due')).toBe(`/results/households?${days}&figure=due`);
});
