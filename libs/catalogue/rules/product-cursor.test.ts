import { ProblemError } from '@xihuo/kernel';
import { questionMark, readCursor, writeCursor } from './product-cursor';

const place = { key: '1990', id: '0195f3c2-0000-7000-8000-000000000001' };
const apples = questionMark({ q: '苹果', sort: 'sales', category: undefined });

it('reads what it wrote, for the same question only', () => {
  const cursor = writeCursor(apples, place);
  expect(readCursor(apples, cursor)).toEqual(place);
  for (const other of [
    { q: '苹果', sort: 'newest' },
    { q: '梨', sort: 'sales' },
    { sort: 'sales' },
    { q: '果苹', sort: 'sales' },
  ])
    expect(() => readCursor(questionMark(other), cursor)).toThrow(ProblemError);
  expect(questionMark({ sort: 'sales', q: '苹果' })).toBe(apples);
});

it('carries the words that were shown for others', () => {
  const shown = { ...place, shown: "静宁 苹果'(1)" };
  expect(readCursor(apples, writeCursor(apples, shown))).toEqual(shown);
});

it.each([
  '',
  'sales',
  `${apples}.1`,
  `${apples}.-1.${place.id}`,
  `${apples}.1.x`,
  `${apples}.99999999999999999999.${place.id}`,
  `${apples}.1.${place.id}.%E9`,
  `${apples}.1.${place.id}.`,
])('refuses %s', (cursor) => {
  expect(() => readCursor(apples, cursor)).toThrow(ProblemError);
});
