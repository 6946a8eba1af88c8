import { areTiersSound, bandAround, isWithin, priceOutcome } from './prices';

const cny = (amount: number) => ({ amount: String(amount), currency: 'CNY' as const });

test.each([
  [1000n, 1000, 900n, 1100n],
  [999n, 1000, 900n, 1098n],
  [1n, 1000, 1n, 1n],
  [5900n, 0, 5900n, 5900n],
])('around %s fen by %s basis points: from %s to %s', (reference, bp, lowestFen, highestFen) => {
  expect(bandAround(reference, bp)).toEqual({ lowestFen, highestFen });
  expect(isWithin(bandAround(reference, bp), reference)).toBe(true);
});

test.each([
  ['the same', 1000n, 1000n, true, 1000n, 'unchanged'],
  ['a little more', 1000n, 1000n, true, 1100n, 'holds'],
  ['a fen beyond', 1000n, 1000n, true, 1101n, 'waits'],
  ['far below', 1000n, 1000n, true, 899n, 'waits'],
  ['a second little step, measured from what was looked at', 1100n, 1000n, true, 1150n, 'waits'],
  ['anything before it sells', 1000n, 1000n, false, 9000n, 'holds'],
] as const)('%s', (_name, priceFen, referenceFen, listed, wanted, outcome) => {
  expect(priceOutcome({ priceFen, referenceFen, listed }, wanted, 1000)).toBe(outcome);
});

test.each([
  ['none', [], true],
  [
    'falling',
    [
      { minimumPacks: 10, price: cny(900) },
      { minimumPacks: 50, price: cny(850) },
    ],
    true,
  ],
  ['as dear as retail', [{ minimumPacks: 10, price: cny(1000) }], true],
  ['dearer than retail', [{ minimumPacks: 10, price: cny(1001) }], false],
  [
    'rising',
    [
      { minimumPacks: 10, price: cny(800) },
      { minimumPacks: 50, price: cny(850) },
    ],
    false,
  ],
  [
    'the same amount twice',
    [
      { minimumPacks: 10, price: cny(900) },
      { minimumPacks: 10, price: cny(850) },
    ],
    false,
  ],
  ['for nothing', [{ minimumPacks: 10, price: cny(0) }], false],
])('tiers: %s', (_name, tiers, sound) => {
  expect(areTiersSound(tiers, 1000n)).toBe(sound);
});
