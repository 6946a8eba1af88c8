/** One share of what was sold, in basis points. */
export interface Part<Payee extends string = 'households' | 'supplier' | 'platform'> {
  payee: Payee;
  basisPoints: number;
}

/**
 * A hundred grains handed out by the shares, by largest remainder, so that they are always a hundred. They are the
 * picture; the exact figures stand beside it.
 */
export function grainsOf<Payee extends string>(parts: readonly Part<Payee>[]): Payee[] {
  const whole = parts.reduce((all, part) => all + part.basisPoints, 0);
  if (whole === 0) return [];
  const quotas = parts.map((part) => {
    const scaled = part.basisPoints * 100;
    return { payee: part.payee, grains: Math.floor(scaled / whole), rest: scaled % whole };
  });
  let left = 100 - quotas.reduce((all, quota) => all + quota.grains, 0);
  for (const quota of [...quotas].sort((a, b) => b.rest - a.rest)) {
    if (left === 0) break;
    quota.grains += 1;
    left -= 1;
  }
  return quotas.flatMap(({ payee, grains }) => Array.from({ length: grains }, () => payee));
}
