/** Whether the last digit of a bank card's number is its check (ISO/IEC 7812, Luhn), and it is 16 to 19 digits long. */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Names as banks compare them: one width, no spaces, brackets alike. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return plain(one) === plain(other);
}
