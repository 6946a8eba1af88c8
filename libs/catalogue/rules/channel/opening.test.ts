import { openAt } from './opening';

const WEEK = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
  { days: [7], from: '10:00', to: '12:00' },
];
/** Beijing time to an instant. */
const at = (there: string) => new Date(`${there}:00+08:00`);

test.each([
  ['a Monday morning', '2026-11-23T09:00', true],
  ['the minute before', '2026-11-23T08:59', false],
  ['the last minute', '2026-11-23T17:59', true],
  ['closing time', '2026-11-23T18:00', false],
  ['a Saturday', '2026-11-28T11:00', false],
  ['a Sunday', '2026-11-29T11:00', true],
  ['after midnight in Beijing, while it is still Sunday in London', '2026-11-30T00:30', false],
  ['a day on which it is shut', '2026-11-24T11:00', false],
])('%s', (_name, there, open) => {
  expect(openAt(WEEK, ['2026-11-24'], at(there))).toBe(open);
});

test('where no times are said, nothing is said of being open', () => {
  expect(openAt([], [], at('2026-11-23T11:00'))).toBeNull();
});
