import { base32, fromBase32, matchingStep, stepAt, totpCode } from './totp';

const secret = Buffer.from('12345678901234567890');

/** RFC 6238 appendix B, SHA-1. */
test.each([
  { seconds: 59, code: '94287082' },
  { seconds: 1111111109, code: '07081804' },
  { seconds: 1111111111, code: '14050471' },
  { seconds: 1234567890, code: '89005924' },
  { seconds: 2000000000, code: '69279037' },
  { seconds: 20000000000, code: '65353130' },
])('at $seconds s the code is $code', ({ seconds, code }) => {
  expect(totpCode(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
});

describe('matchingStep', () => {
  const now = new Date(1_234_567_890_000);
  const step = stepAt(now);
  const code = (drift: bigint) => totpCode(secret, step + drift);

  test.each([-1n, 0n, 1n])('takes the code of a clock %p steps off', (drift) => {
    expect(matchingStep(secret, code(drift), now, -1n)).toBe(step + drift);
  });

  test.each([-2n, 2n])('refuses the code of a clock %p steps off', (drift) => {
    expect(matchingStep(secret, code(drift), now, -1n)).toBeNull();
  });

  test('refuses a step that was used, and every one before it', () => {
    expect(matchingStep(secret, code(0n), now, step)).toBeNull();
    expect(matchingStep(secret, code(-1n), now, step)).toBeNull();
    expect(matchingStep(secret, code(1n), now, step)).toBe(step + 1n);
  });
});

test('base32 reads back what it wrote, as people type it too', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(fromBase32('gezd gnbv gy3t qojq GEZDGNBVGY3TQOJQ')).toEqual(secret);
  expect(fromBase32(base32(Buffer.from([0, 0, 7])))).toEqual(Buffer.from([0, 0, 7]));
  expect(() => fromBase32('1')).toThrow('base32');
});
