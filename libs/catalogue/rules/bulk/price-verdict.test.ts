import { priceVerdict } from './price-verdict';

const pack = { priceFen: 1_000n, referenceFen: 1_000n, listed: true, tiers: [], submitted: false, stagedFen: null };

it.each([
  ['the present price', {}, 1_000n, 'known'],
  ['within the band', {}, 1_100n, 'holds'],
  ['beyond the band', {}, 1_101n, 'waits'],
  ['anything before it was listed', { listed: false }, 9_000n, 'holds'],
  ['what waits already', { stagedFen: 1_500n }, 1_500n, 'known'],
  ['what waits already, before a reviewer', { stagedFen: 1_500n, submitted: true }, 1_500n, 'known'],
  [
    'something else than what lies before a reviewer',
    { stagedFen: 1_500n, submitted: true },
    1_600n,
    'changeSubmitted',
  ],
  ['the present price while another waits', { stagedFen: 1_500n }, 1_000n, 'takesBack'],
  ['within the band while another waits', { stagedFen: 1_500n }, 1_100n, 'holds'],
  [
    'the present price while another lies before a reviewer',
    { stagedFen: 1_500n, submitted: true },
    1_000n,
    'changeSubmitted',
  ],
  [
    'within the band while another lies before a reviewer',
    { stagedFen: 1_500n, submitted: true },
    1_100n,
    'changeSubmitted',
  ],
  ['within the band while something lies before a reviewer', { submitted: true }, 950n, 'holds'],
  ['below what businesses pay', { tiers: [{ priceFen: 980n }, { priceFen: 900n }] }, 950n, 'belowTier'],
] as const)('%s', (_what, some, wantedFen, expected) => {
  expect(priceVerdict({ ...pack, ...some }, wantedFen, 1_000)).toBe(expected);
});
