export interface DistributionAsked {
  supplierKind: string;
  surplusFen: bigint;
  lossesFen: bigint;
  reserveFen: bigint;
  byVolumeFen: bigint;
}

export type DistributionFault =
  'NOT_A_COOPERATIVE' | 'NOTHING_DISTRIBUTABLE' | 'DISTRIBUTION_BELOW_SIXTY' | 'DISTRIBUTION_ABOVE_SURPLUS';

/**
 * 农民专业合作社法 art. 44: of the surplus left after losses and reserve at least `leastBp` goes back by transaction volume. Compared
 * without rounding: 59.99 % is not sixty, and neither is one fen less.
 */
export function distributionFault(asked: DistributionAsked, leastBp: bigint): DistributionFault | null {
  if (asked.supplierKind !== 'cooperative') return 'NOT_A_COOPERATIVE';
  const distributable = distributableFen(asked);
  if (distributable <= 0n) return 'NOTHING_DISTRIBUTABLE';
  if (asked.byVolumeFen > distributable) return 'DISTRIBUTION_ABOVE_SURPLUS';
  return asked.byVolumeFen * 10_000n < distributable * leastBp ? 'DISTRIBUTION_BELOW_SIXTY' : null;
}

export function distributableFen({
  surplusFen,
  lossesFen,
  reserveFen,
}: Omit<DistributionAsked, 'supplierKind' | 'byVolumeFen'>): bigint {
  return surplusFen - lossesFen - reserveFen;
}

/** The share by volume in basis points, rounded down. */
export function volumeShareBp(byVolumeFen: bigint, distributable: bigint): number {
  return distributable <= 0n ? 0 : Number((byVolumeFen * 10_000n) / distributable);
}
