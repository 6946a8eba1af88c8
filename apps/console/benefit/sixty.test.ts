import { check } from './sixty';

const of = (surplus: bigint, losses: bigint, reserve: bigint, byVolume: bigint | null) =>
  check({ surplus, losses, reserve, byVolume }, 6_000n);

test.each([
  ['exactly sixty per cent', 1_000_000n, 600_000n, 6_000n, 'lawful'],
  ['one fen less', 1_000_000n, 599_999n, 5_999n, 'below'],
  ['59.99 %', 1_000_000n, 599_900n, 5_999n, 'below'],
  ['all of it', 1_000_000n, 1_000_000n, 10_000n, 'lawful'],
  ['more than all', 1_000_000n, 1_000_001n, 10_000n, 'above'],
  ['six tenths of 7 fen are 4.2: five, not four', 7n, 4n, 5_714n, 'below'],
  ['five of seven', 7n, 5n, 7_142n, 'lawful'],
])('%s', (_, surplus, byVolume, shareBp, verdict) => {
  expect(of(surplus, 0n, 0n, byVolume)).toMatchObject({ shareBp, verdict });
});

test('losses and reserve come off first', () => {
  expect(of(1_000n, 200n, 100n, 420n)).toEqual({
    distributable: 700n,
    leastBp: 6_000n,
    least: 420n,
    shareBp: 6_000n,
    byAccount: 280n,
    verdict: 'lawful',
  });
  expect(of(1_000n, 900n, 100n, 1n)).toMatchObject({ verdict: 'nothing', shareBp: null, least: 0n });
  expect(of(1_000n, 0n, 0n, null)).toMatchObject({ verdict: 'open' });
  expect(check({ surplus: null, losses: null, reserve: null, byVolume: 1n }, 6_000n)).toBeNull();
});

test('where the law moves, the check moves with it', () => {
  const at = (leastBp: bigint) => check({ surplus: 1_000n, losses: 0n, reserve: 0n, byVolume: 640n }, leastBp);
  expect([at(6_000n)?.verdict, at(6_500n)?.verdict, at(6_500n)?.least]).toEqual(['lawful', 'below', 650n]);
});
