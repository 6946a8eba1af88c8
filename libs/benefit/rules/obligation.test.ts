import { deliveryAmount } from './obligation';

test.each([
  { grams: 1000n, fenPerKg: 530n, expected: 530n },
  { grams: 1n, fenPerKg: 530n, expected: 1n },
  { grams: 1500n, fenPerKg: 333n, expected: 500n },
])('$grams g at $fenPerKg fen/kg earn $expected fen', ({ grams, fenPerKg, expected }) => {
  expect(deliveryAmount(grams, fenPerKg)).toBe(expected);
});
