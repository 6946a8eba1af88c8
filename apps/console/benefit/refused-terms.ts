import type { ApiProblem } from '@xihuo/ui';
import type { TermField } from './terms';

/** Which field the server speaks of: by the pointer it names, else by the rule. */
const BY_POINTER: Readonly<Record<string, TermField>> = {
  productId: 'productId',
  floorPricePerKg: 'floorPrice',
  premiumPerKg: 'premium',
  contractedGrams: 'contracted',
  priority: 'priority',
  capGramsPerYear: 'capYear',
  capGramsPerLot: 'capLot',
  rebateBp: 'rebate',
  dailyWage: 'dailyWage',
  pieceRate: 'pieceRate',
  pieceName: 'pieceName',
  workDaysPerYear: 'workDays',
  shares: 'shares',
  landMuHundredths: 'mu',
  rentPerMu: 'rent',
  effectiveFrom: 'from',
  effectiveTo: 'to',
};
const BY_CODE: Readonly<Record<string, TermField>> = {
  AGREEMENT_PRODUCT: 'productId',
  AGREEMENT_BACKDATED: 'from',
};

/** The server's own sentence, at the field it belongs to. */
export function refusedField(problem: ApiProblem | null): { field: TermField; message: string } | null {
  if (!problem) return null;
  for (const { pointer, message } of problem.errors) {
    const name = pointer.split('/').findLast((part) => part in BY_POINTER);
    if (name !== undefined) return { field: BY_POINTER[name]!, message };
  }
  const field = BY_CODE[problem.code];
  return field === undefined ? null : { field, message: problem.detail ?? problem.title };
}
