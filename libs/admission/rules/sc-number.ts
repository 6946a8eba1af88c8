/**
 * Whether SC and fourteen digits are well formed: GB/T 17710 (ISO 7064 MOD 11,10) over the first thirteen, which the
 * fourteenth completes.
 */
export function isScNumber(number: string): boolean {
  if (!/^SC\d{14}$/.test(number)) return false;
  let product = 10;
  for (const digit of number.slice(2, 15)) {
    // A sum of 0 counts as 10, or a run of zeros would hide a mistake.
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(number[15])) % 10 === 1;
}

/** The class of food a licence covers: its first three digits. */
export function scClassOf(number: string): string {
  return number.slice(2, 5);
}
