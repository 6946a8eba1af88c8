export interface Typed {
  surplus: bigint | null;
  losses: bigint | null;
  reserve: bigint | null;
  byVolume: bigint | null;
}

export interface Checked {
  distributable: bigint;
  /** The least share by volume, in basis points of the distributable surplus; and as a sum, rounded up: a fen less is below it. */
  leastBp: bigint;
  least: bigint;
  /** Rounded down, so that 59.999 % never reads as 60 %. */
  shareBp: bigint | null;
  byAccount: bigint;
  verdict: 'open' | 'nothing' | 'below' | 'above' | 'lawful';
}

/**
 * The same check the server makes, while figures are still being typed.
 *
 * @param leastBp what the law asks (农民专业合作社法 art. 44), as the server says it
 */
export function check({ surplus, losses, reserve, byVolume }: Typed, leastBp: bigint): Checked | null {
  if (surplus === null) return null;
  const distributable = surplus - (losses ?? 0n) - (reserve ?? 0n);
  const least = distributable > 0n ? (distributable * leastBp + 9_999n) / 10_000n : 0n;
  const whole = byVolume ?? 0n;
  const verdict = () => {
    if (distributable <= 0n) return 'nothing';
    if (byVolume === null) return 'open';
    if (byVolume < least) return 'below';
    return byVolume > distributable ? 'above' : 'lawful';
  };
  return {
    distributable,
    leastBp,
    least,
    shareBp: distributable > 0n && byVolume !== null ? (whole * 10_000n) / distributable : null,
    byAccount: distributable > whole ? distributable - whole : 0n,
    verdict: verdict(),
  };
}
