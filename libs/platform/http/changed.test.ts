import { changedSentence } from './changed';

// 02:32 in London is 10:32 in Beijing.
const at = new Date('2026-11-30T02:32:10Z');

test('who and when, today by the clock alone, and that what was typed is kept', () => {
  expect(changedSentence('STALE_VERSION', '内容已被他人更新', { by: '李会计', at, today: true }, true)).toBe(
    '内容已被他人更新（最近的记录：李会计，10:32）。您填写的内容还在',
  );
  expect(changedSentence('STALE_VERSION', 'Changed meanwhile', { by: 'Li', at, today: true }, false)).toBe(
    'Changed meanwhile (last on record: Li, 10:32). What you typed is kept',
  );
});

test('of another day with the day, by Beijing, also where that is not the day of London; and of nobody by name', () => {
  const late = { by: null, at: new Date('2026-11-30T18:05:00Z'), today: false };
  expect(changedSentence('NOT_AT_THIS_STEP', '现在不能办理', late, true)).toBe(
    '现在不能办理（最近的记录：12月1日 02:05）',
  );
  expect(changedSentence('NOT_AT_THIS_STEP', 'Not now', late, false)).toBe('Not now (last on record: 1 Dec 02:05)');
});
