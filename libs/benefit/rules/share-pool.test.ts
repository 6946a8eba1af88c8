import fc from 'fast-check';
import { money } from '@xihuo/kernel';
import { sharePool, type PoolWanted } from './share-pool';

const pool = (more: Partial<PoolWanted>): PoolWanted => ({
  ...{ declaredFen: 100_000n, rents: [], collectiveBp: null, shares: [{ id: 'a', shares: 1n }], ...more },
});

test('rents come first, the collective takes its part of the rest, shares the rest of that, the odd fen by id', () => {
  const shared = sharePool(
    pool({
      rents: [{ id: 'land', fen: 35_000n }],
      collectiveBp: 4_000n,
      shares: ['c', 'a', 'b'].map((id) => ({ id, shares: 1n })),
    }),
  );
  expect(shared).toEqual({
    rents: new Map([['land', 35_000n]]),
    collectiveFen: 26_000n,
    dividends: new Map([
      ['c', 13_000n],
      ['a', 13_000n],
      ['b', 13_000n],
    ]),
  });
  const odd = sharePool(pool({ declaredFen: 100n, shares: ['c', 'a', 'b'].map((id) => ({ id, shares: 1n })) }));
  expect(odd).toMatchObject({
    dividends: new Map([
      ['c', 33n],
      ['a', 34n],
      ['b', 33n],
    ]),
  });
});

test.each([
  ['rents above what was declared', { rents: [{ id: 'a', fen: 100_001n }] }, 'POOL_TOO_SMALL'],
  ['nobody holds shares', { shares: [] }, 'POOL_WITHOUT_PAYEES'],
  ['shares of nothing', { shares: [{ id: 'a', shares: 0n }] }, 'POOL_WITHOUT_PAYEES'],
  ['a part for the collective, nobody for the rest', { shares: [], collectiveBp: 9_999n }, 'POOL_WITHOUT_PAYEES'],
] as const)('%s: refused', (_name, more, expected) => {
  expect(sharePool(pool(more))).toBe(expected);
});

test('a collective that is to have all of it needs no shareholder', () => {
  expect(sharePool(pool({ shares: [], collectiveBp: 10_000n }))).toMatchObject({ collectiveFen: 100_000n });
});

test('whatever is shared, the parts are the whole and nothing is negative', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const wanted = fc.record({
    declaredFen: fc.bigInt({ min: 1n, max: 10n ** 13n }),
    rents: fc.array(amount, { maxLength: 4 }),
    collectiveBp: fc.option(fc.bigInt({ min: 1n, max: 10_000n })),
    shares: fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(wanted, ({ declaredFen, rents, collectiveBp, shares }) => {
      const shared = sharePool({
        ...{ declaredFen, collectiveBp },
        rents: rents.map((fen, index) => ({ fen, id: `r${index}` })),
        shares: shares.map((held, index) => ({ id: `s${index}`, shares: held })),
      });
      if (typeof shared === 'string') return;
      const parts = [...shared.rents.values(), shared.collectiveFen, ...shared.dividends.values()];
      expect(parts.every((part) => part >= 0n)).toBe(true);
      expect(money.sum(parts.map((part) => money.fen(part)))).toBe(declaredFen);
    }),
  );
});
