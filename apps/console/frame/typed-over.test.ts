import { laidOver, savedOf, sheetSavedOf, toldOf, typedOn, versionBeside, versionTyped } from './typed-over';

const read = (standing: string, version: number) => ({ standing, version });

test('whoever types over a version sends that one, whatever is read meanwhile, until told that somebody was faster', () => {
  expect(versionTyped(null, 3)).toBe(3);
  const first = typedOn(null, 'a', read('', 3));
  const then = typedOn(first, 'ab', read('theirs', 4));
  expect(then).toEqual({ value: 'ab', standing: '', over: 3 });
  expect(versionTyped(then, 4)).toBe(3);
  expect(toldOf(then, 'CAMPAIGN_OVER')).toBe(then);
  const told = toldOf(then, 'STALE_VERSION');
  expect(told).toEqual({ value: 'ab', standing: '', over: null });
  expect(versionTyped(told, 5)).toBe(5);
  expect(typedOn(told, 'abc', read('theirs', 5))).toEqual({ value: 'abc', standing: '', over: null });
  expect(toldOf(null, 'STALE_VERSION')).toBeNull();
});

test('what a form or an act beside it moved is no other hand: the version goes along as long as the fields stand as they were seen', () => {
  const typed = typedOn(null, 'mine', read('before', 3));
  expect(versionBeside(null, read('before', 4))).toBe(4);
  expect(versionBeside(typed, read('before', 4))).toBe(4);
  expect(versionBeside(typed, read('theirs', 4))).toBe(3);
  expect(versionBeside(toldOf(typed, 'STALE_VERSION'), read('theirs', 4))).toBe(4);
});

test('what is typed while a save is under way stays, over what was saved', () => {
  const typed = typedOn(null, 'one', read('', 3));
  const on = typedOn(typed, 'one two', read('', 3));
  expect(savedOf(typed, 'one', read('one', 4))).toBeNull();
  expect(savedOf(on, 'one', read('one', 4))).toEqual({ value: 'one two', standing: 'one', over: 4 });
  expect(savedOf(null, 'one', read('one', 4))).toBeNull();
});

test('of a sheet a price typed while another is saved stays, and what was sent shows what stands, also where it waits', () => {
  const first = typedOn(null, { a: '12', b: '20' }, { standing: { a: '10', b: '20' }, version: 3 });
  const on = typedOn(first, { a: '12', b: '25' }, { standing: { a: '10', b: '20' }, version: 3 });
  const waits = { standing: { a: '10', b: '21' }, version: 4 };
  expect(sheetSavedOf(first, first.value, waits)).toBeNull();
  expect(sheetSavedOf(on, first.value, waits)).toEqual({
    value: { a: '10', b: '25' },
    standing: waits.standing,
    over: 4,
  });
  expect(sheetSavedOf(null, first.value, waits)).toBeNull();
});

test('of a sheet of fields the untouched ones show what others wrote meanwhile, and are not sent back as they were', () => {
  const typed = typedOn(null, { a: '1', b: '9' }, { standing: { a: '1', b: '2' }, version: 3 });
  expect(laidOver(typed, { a: '7', b: '2', c: '4' })).toEqual({ a: '7', b: '9', c: '4' });
  expect(laidOver(null, { a: '7' })).toEqual({ a: '7' });
});
