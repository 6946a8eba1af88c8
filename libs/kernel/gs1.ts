import { must } from './assert';

/** The last digit of every GS1 key: weights 3 and 1 from the right, up to the next ten (GS1 General Specifications 7.9). */
export function checkDigit(digits: string): string {
  must(/^\d+$/.test(digits), 'a key is made of digits');
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether a number of 8 to 18 digits ends in its check digit. */
export function isKey(key: string): boolean {
  return /^\d{8,18}$/.test(key) && checkDigit(key.slice(0, -1)) === key.slice(-1);
}

/** GTIN-8, -12, -13 or -14 as fourteen digits; null where it is none or its check digit is wrong. */
export function gtin14(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  const isLength = [8, 12, 13, 14].includes(digits.length);
  return isLength && isKey(digits) && /[1-9]/.test(digits) ? digits.padStart(14, '0') : null;
}
