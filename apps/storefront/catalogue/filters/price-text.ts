/** Whole yuan of an amount in fen, upwards: 4999 fen close a range that people read as up to 50. */
const yuan = (fen: string): string => String(Math.ceil(Number(fen) / 100));

/** Which words say a range of prices, and the numbers in them. */
export function priceWords(from: string | undefined, to: string | null | undefined) {
  if (!to) return { key: 'price.above', values: { from: yuan(from ?? '0') } } as const;
  if (!from || from === '0') return { key: 'price.below', values: { to: yuan(to) } } as const;
  return { key: 'price.between', values: { from: yuan(from), to: yuan(to) } } as const;
}
