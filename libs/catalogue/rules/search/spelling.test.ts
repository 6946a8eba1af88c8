import { isOneSlip, meantBy, slipKeys } from './spelling';

it.each([
  ['pinguo', 'pingguo', true],
  ['pingguoo', 'pingguo', true],
  ['pnigguo', 'pingguo', true],
  ['pinjguo', 'pingguo', true],
  ['pingguo', 'pingguo', false],
  ['pinuo', 'pingguo', false],
  ['pgniuog', 'pingguo', false],
])('%s for %s is one slip: %s', (typed, meant, expected) => {
  expect(isOneSlip(typed, meant)).toBe(expected);
});

it('two words a slip apart share a key', () => {
  for (const [typed, meant] of [
    ['pinguo', 'pingguo'],
    ['pingguoo', 'pingguo'],
    ['pnigguo', 'pingguo'],
    ['aple', 'apple'],
  ])
    expect(slipKeys(typed!).some((key) => slipKeys(meant!).includes(key))).toBe(true);
});

it('takes what sounds alike before what lies a letter away, and no short word for another', () => {
  const known = [
    { latin: 'pingguoo', shown: '评果哦' },
    { latin: 'pingguo', shown: '苹果' },
  ];
  const shown = (typed: string) => meantBy(typed, known).map((word) => word.shown);
  expect(shown('pingguo')).toEqual(['苹果', '评果哦']);
  expect(shown('pinguo')).toEqual(['苹果']);
  expect(meantBy('lii', [{ latin: 'li', shown: '梨' }])).toEqual([]);
});
