import { isPickupCode, pickupCode } from './pickup-code';

const key = Buffer.alloc(32, 'k');
const ORDER = '0190a0b0-0000-7000-8000-000000000001';

test('eight digits, the same for the same order, and no other order’s', () => {
  expect(pickupCode(key, ORDER)).toMatch(/^\d{8}$/);
  expect(pickupCode(key, ORDER)).toBe(pickupCode(key, ORDER));
  const others = Array.from({ length: 1000 }, (_, at) =>
    pickupCode(key, `${ORDER.slice(0, -4)}${String(at).padStart(4, '0')}`),
  );
  expect(new Set(others).size).toBeGreaterThan(990);
  expect(others.every((code) => /^\d{8}$/.test(code))).toBe(true);
  expect(pickupCode(Buffer.alloc(32, 'l'), ORDER)).not.toBe(pickupCode(key, ORDER));
});

test('only the right one is one', () => {
  const code = pickupCode(key, ORDER);
  expect(isPickupCode(key, ORDER, code)).toBe(true);
  expect(isPickupCode(key, ORDER, code.slice(1))).toBe(false);
  expect(
    isPickupCode(
      key,
      ORDER,
      code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    ),
  ).toBe(false);
});
