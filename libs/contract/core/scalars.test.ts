import { date, instant, text } from './scalars';

test.each([
  ['2026-11-28', true],
  ['0001-01-01', true],
  ['0000-01-01', false],
  ['0000-12-31', false],
  ['2026-02-29', false],
  ['-0001-01-01', false],
])('whether %s is a day of the calendar: %s', (day, is) => {
  expect(date.safeParse(day).success).toBe(is);
});

test('no instant lies in a year that is none', () => {
  expect(instant.safeParse('0000-01-01T00:00:00Z').success).toBe(false);
  expect(instant.safeParse('2026-11-28T08:00:00Z').success).toBe(true);
});

test.each([
  ['what nobody sees', '治\u00ad疗\u034f\u2062\ufe0f', '治疗'],
  ['marks of direction and line ends', '\u202e苹\r\n果\u2066', '苹果'],
  ['fillers', '苹\u3164果\u115f', '苹果'],
  [
    'nothing of a picture and what belongs to it',
    '\u2764\ufe0f \ud83d\udc68\u200d\ud83c\udf3e 好',
    '\u2764\ufe0f \ud83d\udc68\u200d\ud83c\udf3e 好',
  ],
  ['a joiner behind no picture', '\u200d好\u200d', '好'],
])('a text loses %s', (_what, typed, kept) => {
  expect(text(40).parse(typed)).toBe(kept);
});
