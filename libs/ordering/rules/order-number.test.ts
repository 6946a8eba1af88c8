import fc from 'fast-check';
import { checkDigit, isOrderNumber, orderNumber } from './order-number';

test('the published Luhn example', () => {
  expect(checkDigit('7992739871')).toBe('3');
});

test('a number holds its date and its check digit', () => {
  expect(orderNumber('2026-11-23', 42)).toBe('261123000000042' + checkDigit('261123000000042'));
});

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(15), fc.integer({ min: 1, max: 9 }), (random, place, shift) => {
      const number = orderNumber('2026-11-23', random);
      const wrong = (Number(number[place]) + shift) % 10;
      expect(isOrderNumber(number)).toBe(true);
      expect(isOrderNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
    }),
  );
});
