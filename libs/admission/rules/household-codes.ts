/** GB 11643: seventeen digits, each with its weight, and a character that completes them (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

export type IdNumberFault = 'form' | 'disabilityCertificate' | 'birthday' | 'checkCharacter';

/** What is wrong with the digits of a resident's ID number, or null. Says nothing about whose it is. */
export function idNumberFault(number: string): IdNumberFault | null {
  // A disability certificate has the ID number first and two or four digits behind it; both are often kept in one column.
  if (/^\d{17}[\dX]\d{2}(\d{2})?$/.test(number)) return 'disabilityCertificate';
  if (!/^\d{17}[\dX]$/.test(number)) return 'form';
  if (!isDay(number.slice(6, 14))) return 'birthday';
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK[sum % 11] === number[17] ? null : 'checkCharacter';
}

function isDay(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) && digits >= '19000101';
}

/** Sixteen to nineteen digits whose last one completes them (Luhn), as cards and card-like accounts here have. */
export function isBankCard(number: string): boolean {
  if (!/^\d{16,19}$/.test(number)) return false;
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0;
}
