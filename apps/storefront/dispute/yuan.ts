/** 12.5 yuan are 1250 fen, in whole numbers throughout; null where it is no amount. */
export function fenOf(yuan: string): bigint | null {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').trim());
  return match && BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** 1250 fen as people type them: 12.50, and whole yuan without a point. */
export function yuanOf(fen: string): string {
  const value = BigInt(fen);
  const rest = value % 100n;
  return rest === 0n ? String(value / 100n) : `${value / 100n}.${String(rest).padStart(2, '0')}`;
}
