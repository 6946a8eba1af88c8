import { effectOn } from './effect';

test.each([
  ['suspension', null, 'suspension'],
  ['suspension', 'p1', 'productDelisting'],
  ['productDelisting', 'p1', 'productDelisting'],
  ['productDelisting', null, null],
  ['warning', null, 'warning'],
  ['warning', 'p1', 'warning'],
  [undefined, null, null],
  [undefined, 'p1', null],
] as const)('%s of %s: %s', (effect, productId, expected) => expect(effectOn(effect, productId)).toBe(expected));
