import { importToFollow } from './import-to-follow';

const ended = { id: 'a', state: 'done' };
const forgotten = { id: 'b', state: 'discarded' };
const running = { id: 'c', state: 'writing' };
const stopped = { id: 'd', state: 'stopped' };

test('an import is come back to where it is not over, the newest of several', () => {
  expect(importToFollow(null, undefined)).toBeNull();
  expect(importToFollow(null, [ended, forgotten])).toBeNull();
  expect(importToFollow(null, [ended, forgotten, running, stopped])).toBe('c');
});

test('one that is followed is followed to its result, whatever the list says meanwhile', () => {
  expect(importToFollow('c', [{ ...running, state: 'done' }])).toBe('c');
  expect(importToFollow('c', [])).toBe('c');
});
