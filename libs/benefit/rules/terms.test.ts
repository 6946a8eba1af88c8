import { termsFault } from './terms';
import type { Terms } from './words';

const yuan = (amount: string) => ({ amount: `${amount}00`, currency: 'CNY' as const });
const TERM = { effectiveFrom: '2026-03-01', effectiveTo: null };
const LEAST = 8_500n;
const purchase: Terms = {
  ...{ kind: 'contractPurchase', productId: 'p', floorPricePerKg: yuan('5'), premiumPerKg: yuan('1'), priority: 1 },
  ...{ contractedGrams: 1_000_000, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
};
const byTheDay: Terms = {
  ...{ kind: 'employment', dailyWage: yuan('100'), pieceRate: null, pieceName: null, workDaysPerYear: null },
};
const byThePiece: Terms = { ...byTheDay, dailyWage: null, pieceRate: yuan('2'), pieceName: '筐' };
const dividend: Terms = { kind: 'dividend', shares: 5, landMuHundredths: null, rentPerMu: null };
const nothing = { amount: '0', currency: 'CNY' as const };

test.each<[string, Terms, string | null]>([
  ['a purchase', purchase, null],
  ['a purchase at nothing', { ...purchase, floorPricePerKg: nothing }, 'terms/floorPricePerKg'],
  ['a cap above the whole', { ...purchase, capGramsPerLot: 1_000_001 }, 'terms/capGramsPerLot'],
  ['a cap of the whole', { ...purchase, capGramsPerYear: 1_000_000 }, null],
  ['work by the day', byTheDay, null],
  ['work by the piece', byThePiece, null],
  ['work by neither', { ...byTheDay, dailyWage: null }, 'terms/dailyWage'],
  ['work by both', { ...byTheDay, pieceRate: yuan('2') }, 'terms/pieceRate'],
  ['pieces without a name', { ...byThePiece, pieceName: null }, 'terms/pieceName'],
  ['pieces that earn nothing', { ...byThePiece, pieceRate: nothing }, 'terms/pieceRate'],
  ['a day with pieces', { ...byTheDay, pieceName: '筐' }, 'terms/pieceName'],
  ['shares', dividend, null],
  ['land at a rent', { ...dividend, shares: 0, landMuHundredths: 320, rentPerMu: yuan('800') }, null],
  ['land without a rent', { ...dividend, landMuHundredths: 320 }, 'terms/rentPerMu'],
  ['a rent without land', { ...dividend, rentPerMu: yuan('800') }, 'terms/landMuHundredths'],
  ['neither shares nor land', { ...dividend, shares: 0 }, 'terms/shares'],
])('%s', (_, terms, pointer) => {
  expect(termsFault(terms, TERM, LEAST)?.pointer ?? null).toBe(pointer);
});

test('a wage is the least day wage, or refused by the name of the rule', () => {
  const at = (amount: string): Terms => ({ ...byTheDay, dailyWage: { amount, currency: 'CNY' } });
  expect(termsFault(at('8500'), TERM, LEAST)).toBeNull();
  expect(termsFault(at('8499'), TERM, LEAST)).toMatchObject({ code: 'WAGE_BELOW_MINIMUM', pointer: 'terms/dailyWage' });
});

test('a term ends after it begins', () => {
  expect(termsFault(purchase, { ...TERM, effectiveTo: '2026-02-28' }, LEAST)?.pointer).toBe('effectiveTo');
  expect(termsFault(purchase, { ...TERM, effectiveTo: '2026-03-01' }, LEAST)).toBeNull();
});
