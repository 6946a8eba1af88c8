/** A card that no bank has issued, with its check digit (ISO/IEC 7812): another for every name and turn. */
export function cardNumber(name: string, turn: number): string {
  const spread = [...`${name} ${turn}`].reduce((sum, sign) => (sum * 131 + sign.codePointAt(0)!) % 1_000_000_007, 7);
  const body = `00000${String(spread).padStart(10, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
