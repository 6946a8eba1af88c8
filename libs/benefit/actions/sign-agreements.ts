import type { Tx } from '@xihuo/platform';
import { insertAgreements } from '../store/old-agreement.sql';
import { reportLinkage } from './report-linkage';

export interface NewAgreement {
  supplierId: string;
  householdId: string;
  kind: 'contractPurchase' | 'employment' | 'dividend';
  productId: string | null;
  floorPriceFenPerKg: bigint | null;
  contractedGrams: bigint | null;
  dailyWageFen: bigint | null;
  workDaysPerYear: number | null;
  shares: number | null;
  dividendRateBp: number | null;
  effectiveFrom: string;
}

/** Writes first versions of agreements; one that stands already is left as it is. Answers how many are new. */
export async function signAgreements(tx: Tx, agreements: readonly NewAgreement[]): Promise<number> {
  const rows = await tx.sql(insertAgreements, [
    JSON.stringify(
      agreements.map((item) => ({
        supplier_id: item.supplierId,
        household_id: item.householdId,
        kind: item.kind,
        product_id: item.productId,
        floor_price_fen_per_kg: item.floorPriceFenPerKg?.toString() ?? null,
        contracted_grams: item.contractedGrams?.toString() ?? null,
        daily_wage_fen: item.dailyWageFen?.toString() ?? null,
        work_days_per_year: item.workDaysPerYear,
        shares: item.shares,
        dividend_rate_bp: item.dividendRateBp,
        effective_from: item.effectiveFrom,
      })),
    ),
  ]);
  await reportLinkage(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}
