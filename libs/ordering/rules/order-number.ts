import { must } from '@xihuo/kernel';

/** Luhn's check digit: finds any single wrong digit and nearly every swap, which is how numbers go wrong on the phone. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const fromRight = digits.length - index;
    const value = Number(digits[index]);
    const doubled = fromRight % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * The number people read out: business date (yymmdd), nine random digits, check digit. Random, so that nobody can count
 * our orders or guess a neighbour's.
 *
 * @param businessDate YYYY-MM-DD, Asia/Shanghai
 * @param random a whole number from 0 to 999,999,999
 */
export function orderNumber(businessDate: string, random: number): string {
  must(Number.isInteger(random) && random >= 0 && random < 1e9, 'nine random digits');
  const body = businessDate.slice(2).replaceAll('-', '') + String(random).padStart(9, '0');
  return body + checkDigit(body);
}

export function isOrderNumber(value: string): boolean {
  return /^\d{16}$/.test(value) && checkDigit(value.slice(0, 15)) === value[15];
}
