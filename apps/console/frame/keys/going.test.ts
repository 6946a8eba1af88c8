import { menu, menuFor } from '../menu';
import { lettered } from './going';
import { heardAs, type Key } from './keys';

const key = (name: string): Key => ({ key: name, word: '', press: () => undefined });
const keys = ['j', 'o', 'g o', 'g h'].map(key);

test.each([
  [null, 'j', 'j'],
  [null, 'g', 'leads'],
  ['g', 'o', 'g o'],
  ['g', 'h', 'g h'],
  // What is nothing together is heard by itself.
  ['g', 'j', 'j'],
  ['g', 'g', 'leads'],
  ['g', 'x', null],
  [null, 'h', null],
] as const)('after %s the key %s is heard as %s', (before, pressed, heard) => {
  const found = heardAs(keys, before, pressed);
  expect(found === null || found === 'leads' ? found : found.key).toBe(heard);
});

test('every letter leads to a page of the menu, and each role has those of its own', () => {
  expect(lettered(menu)).toHaveLength(10);
  const of = (role: 'supplier' | 'reviewer' | 'finance') =>
    lettered(menuFor([{ role, jurisdiction: null }])).map(({ letter }) => letter);
  expect(of('supplier')).toEqual(expect.arrayContaining(['o', 'a', 'p', 'd']));
  expect(of('supplier')).not.toContain('q');
  expect(of('reviewer')).toContain('q');
  expect(of('finance')).toContain('r');
});
