import fc from 'fast-check';
import { isScNumber } from './sc-number';

/** Read on public labels. */
const REAL = [
  'SC11464010500015',
  'SC11333019700024',
  'SC11837048101233',
  'SC11834020305037',
  'SC12636098200051',
  'SC11532139200465',
  'SC12434017430075',
  'SC11432010400101',
];

describe('number of a food production licence', () => {
  it.each(REAL)('%s is well formed', (number) => {
    expect(isScNumber(number)).toBe(true);
  });

  it.each(['', 'SC', '11464010500015', 'SC1146401050001', 'SC114640105000155', 'sc11464010500015', 'SC1146401050001X'])(
    '%s is not',
    (number) => {
      expect(isScNumber(number)).toBe(false);
    },
  );

  it('is refused after any change of a single digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REAL), fc.integer({ min: 2, max: 15 }), fc.nat(9), (number, index, digit) => {
        fc.pre(number[index] !== String(digit));
        expect(isScNumber(number.slice(0, index) + digit + number.slice(index + 1))).toBe(false);
      }),
    );
  });
});
