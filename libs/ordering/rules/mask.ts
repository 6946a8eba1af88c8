/** A name as an order page shows it: the first character stays. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}**`;
}

/** An address as an order page shows it: its beginning, enough to tell one's own addresses apart. */
export function maskAddress(address: string): string {
  const characters = [...address];
  return characters.slice(0, Math.min(6, Math.ceil(characters.length / 2))).join('') + '***';
}
