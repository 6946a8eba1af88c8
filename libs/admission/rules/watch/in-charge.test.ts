import { inCharge } from './in-charge';

test.each([
  ['who asked and still reviews there', ['a', 'gone'], ['a', 'b'], ['a']],
  ['everybody who reviews there, where nobody who asked does', ['gone'], ['a', 'b'], ['a', 'b']],
  ['everybody, where a machine asked', [], ['a', 'b'], ['a', 'b']],
  ['nobody, where nobody reviews', ['gone'], [], []],
])('%s', (_, asked, reviewing, expected) => expect(inCharge(asked, reviewing)).toEqual(expected));
