import fc from 'fast-check';
import { distributionFault, volumeShareBp, type DistributionAsked } from './distribution';

const asked = (more: Partial<DistributionAsked>): DistributionAsked => ({
  ...{ supplierKind: 'cooperative', surplusFen: 1_200_000n, lossesFen: 100_000n, reserveFen: 100_000n },
  ...{ byVolumeFen: 600_000n, ...more },
});

test.each([
  ['sixty per cent to the fen', {}, null],
  ['one fen less', { byVolumeFen: 599_999n }, 'DISTRIBUTION_BELOW_SIXTY'],
  ['59.99 %', { byVolumeFen: 599_900n }, 'DISTRIBUTION_BELOW_SIXTY'],
  ['all of it', { byVolumeFen: 1_000_000n }, null],
  ['a fen more than there is', { byVolumeFen: 1_000_001n }, 'DISTRIBUTION_ABOVE_SURPLUS'],
  ['nothing left after losses', { lossesFen: 1_100_000n }, 'NOTHING_DISTRIBUTABLE'],
  ['more losses than surplus', { lossesFen: 9_000_000n }, 'NOTHING_DISTRIBUTABLE'],
  ['a surplus of three fen, two of them by volume', { surplusFen: 200_003n, byVolumeFen: 2n }, null],
  [
    'a surplus of three fen, one of them by volume',
    { surplusFen: 200_003n, byVolumeFen: 1n },
    'DISTRIBUTION_BELOW_SIXTY',
  ],
  ['a company, whatever it returns', { supplierKind: 'company', byVolumeFen: 1n }, 'NOT_A_COOPERATIVE'],
  ['a rural collective', { supplierKind: 'ruralCollective' }, 'NOT_A_COOPERATIVE'],
] as const)('%s', (_name, more, expected) => {
  expect(distributionFault(asked(more), 6_000n)).toBe(expected);
});

test('the share is rounded down: what reads as sixty is sixty', () => {
  expect(volumeShareBp(599_999n, 1_000_000n)).toBe(5_999);
  expect(volumeShareBp(1n, 0n)).toBe(0);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10_000n }), (surplus, bp) => {
      const byVolumeFen = (surplus * bp) / 10_000n;
      const fault = distributionFault(
        { supplierKind: 'cooperative', surplusFen: surplus, lossesFen: 0n, reserveFen: 0n, byVolumeFen },
        6_000n,
      );
      expect(fault === null).toBe(volumeShareBp(byVolumeFen, surplus) >= 6_000);
    }),
  );
});
