import type { Terms } from './words';

export interface TermsFault {
  code: 'AGREEMENT_TERMS' | 'WAGE_BELOW_MINIMUM';
  /** Below the body: which field is wrong. */
  pointer: string;
  message: string;
}

const fault = (pointer: string, message: string, code: TermsFault['code'] = 'AGREEMENT_TERMS'): TermsFault => ({
  ...{ code, pointer, message },
});

/**
 * What is wrong with terms, first of all; null where they may be signed.
 *
 * @param leastWageFen the county's least day wage on the day the terms begin to bind (最低工资规定)
 */
export function termsFault(
  terms: Terms,
  term: { effectiveFrom: string; effectiveTo: string | null },
  leastWageFen: bigint,
): TermsFault | null {
  if (term.effectiveTo !== null && term.effectiveTo < term.effectiveFrom)
    return fault('effectiveTo', 'the last day lies before the first');
  switch (terms.kind) {
    case 'contractPurchase':
      return purchaseFault(terms);
    case 'employment':
      return employmentFault(terms, leastWageFen);
    case 'dividend':
      return dividendFault(terms);
  }
}

function purchaseFault(terms: Extract<Terms, { kind: 'contractPurchase' }>): TermsFault | null {
  if (terms.floorPricePerKg.amount === '0')
    return fault('terms/floorPricePerKg', 'a floor price of nothing is no floor price');
  const caps = ['capGramsPerYear', 'capGramsPerLot'] as const;
  const above = caps.find((cap) => (terms[cap] ?? 0) > terms.contractedGrams);
  return above ? fault(`terms/${above}`, 'a cap above what is contracted caps nothing') : null;
}

function employmentFault(
  { dailyWage, pieceRate, pieceName }: Extract<Terms, { kind: 'employment' }>,
  leastWageFen: bigint,
): TermsFault | null {
  if ((dailyWage === null) === (pieceRate === null))
    return fault(dailyWage === null ? 'terms/dailyWage' : 'terms/pieceRate', 'either by the day or by the piece');
  if (pieceRate !== null) {
    if (pieceRate.amount === '0') return fault('terms/pieceRate', 'a piece earns something');
    return pieceName === null ? fault('terms/pieceName', 'what a piece is') : null;
  }
  if (pieceName !== null) return fault('terms/pieceName', 'there are no pieces in a day');
  return BigInt(dailyWage!.amount) < leastWageFen
    ? fault('terms/dailyWage', `at least ${leastWageFen} fen a day`, 'WAGE_BELOW_MINIMUM')
    : null;
}

function dividendFault({
  shares,
  landMuHundredths,
  rentPerMu,
}: Extract<Terms, { kind: 'dividend' }>): TermsFault | null {
  if ((landMuHundredths === null) !== (rentPerMu === null))
    return fault(
      landMuHundredths === null ? 'terms/landMuHundredths' : 'terms/rentPerMu',
      'land and its rent go together',
    );
  if (rentPerMu?.amount === '0') return fault('terms/rentPerMu', 'land let for nothing is not let');
  return shares === 0 && landMuHundredths === null ? fault('terms/shares', 'neither shares nor land') : null;
}
