import { certificateStatus } from './certificate-status';

test.each([
  [null, 'valid'],
  ['2026-12-01', 'expiring'],
  ['2026-11-30', 'expired'],
  ['2026-12-30', 'expiring'],
  ['2026-12-31', 'valid'],
])('until %s: %s on the first of December', (until, status) => {
  expect(certificateStatus(until, '2026-12-01', 30)).toBe(status);
});
