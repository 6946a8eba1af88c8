/** The place of stock that is a supplier's own warehouse, where goods lie unless a venue is named; the others are ids of venues. */
export const WAREHOUSE = '00000000-0000-0000-0000-000000000000';

/** Under this many packs a page says that few are left. */
export const LOW_STOCK_PACKS = 20;

export type StockState = 'inStock' | 'low' | 'out';

/** The state in words of what can still be bought; exact numbers stay with the supplier. */
export function stockState(availablePacks: number): StockState {
  if (availablePacks <= 0) return 'out';
  return availablePacks < LOW_STOCK_PACKS ? 'low' : 'inStock';
}
