/** Why a count differs from what was written: counted anew, goods came in, spoilt or lost, or an error put right. */
export const STOCK_REASONS = ['stocktake', 'goodsIn', 'loss', 'correction'] as const;
export type StockReason = (typeof STOCK_REASONS)[number];
