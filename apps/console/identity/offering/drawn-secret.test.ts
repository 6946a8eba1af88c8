import { base32Of, drawSecret, factorAddress, inGroups } from './drawn-secret';

test('bytes are written as RFC 4648 writes them', () => {
  expect(base32Of(new TextEncoder().encode('fooba'))).toBe('MZXW6YTB');
});

test('a drawn secret has 160 bits and is another each time', () => {
  const drawn = Array.from({ length: 20 }, drawSecret);
  expect(drawn.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('an app reads whose secret of which house it is', () => {
  const address = new URL(factorAddress('MZXW6YTB', '张 三'));
  expect(decodeURIComponent(address.pathname)).toContain('西货:张 三');
  expect([address.searchParams.get('secret'), address.searchParams.get('issuer')]).toEqual(['MZXW6YTB', '西货']);
});

test('what is typed by hand is read in groups', () => {
  expect(inGroups('MZXW6YTBQQ')).toBe('MZXW 6YTB QQ');
});
