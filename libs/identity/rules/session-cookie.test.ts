import { cookieFor, isTrusted, tokenIn } from './session-cookie';

const token = 'A'.repeat(43);

test.each([
  { origin: 'https://xihuo.example', host: '10.0.0.3:3000', trusted: true },
  { origin: 'http://localhost:3000', host: 'localhost:3000', trusted: true },
  { origin: 'http://localhost:3000', host: '127.0.0.1:3000', trusted: true },
  { origin: 'http://localhost:3000', host: '[::1]:3000', trusted: true },
  { origin: 'http://localhost:3000', host: '192.168.1.20:3000', trusted: false },
  { origin: 'http://localhost:3000', host: 'localhost.evil.example', trusted: false },
  { origin: 'http://localhost:3000', host: '127.0.0.1.evil.example', trusted: false },
  { origin: 'http://localhost:3000', host: undefined, trusted: false },
])('$host behind $origin: trusted is $trusted', ({ origin, host, trusted }) => {
  expect(isTrusted(origin, host)).toBe(trusted);
});

test('a cookie says all it must and its name all it may', () => {
  expect(cookieFor({ surface: 'console', trusted: true }, token, 60.9)).toBe(
    `__Host-xihuo-console=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure`,
  );
  expect(cookieFor({ surface: 'shop', trusted: false }, null, 60)).toBe(
    'xihuo-shop=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  );
});

test.each([
  { name: 'its own among others', header: `a=1; __Host-xihuo-shop=${token}; b=2`, expected: token },
  { name: 'not the other surface', header: `__Host-xihuo-console=${token}`, expected: null },
  { name: 'not the unprotected name', header: `xihuo-shop=${token}`, expected: null },
  { name: 'not a text of another shape', header: `__Host-xihuo-shop=${token}x`, expected: null },
  { name: 'nothing in nothing', header: undefined, expected: null },
])('reads $name', ({ header, expected }) => {
  expect(tokenIn(header, { surface: 'shop', trusted: true })).toBe(expected);
});
