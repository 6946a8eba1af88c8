import { applications } from '@xihuo/admission';
import { statement, type Tx } from '@xihuo/platform';
import { deliveries } from '@xihuo/trace';

const bindingDays = statement<{
  id: string;
  supplier_id: string;
  household_id: string;
  kind: string;
  product_id: string | null;
  floor_price_fen_per_kg: bigint | null;
  effective_from: string;
  effective_to: string | null;
}>(
  'benefit.binding_days',
  `select id, supplier_id, household_id, kind, product_id, floor_price_fen_per_kg, effective_from, effective_to
     from benefit.agreement where id = any($1::uuid[]) and signed_at is not null order by id`,
);

/**
 * Tells those below which days these agreements bind, once both sides have signed and again when a last day is set: admission, since
 * the right to sell rests on households that are truly linked; and trace, so that no price below an agreed floor is written down.
 */
export async function reportLinkage(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx.sql(bindingDays, [ids]);
  await applications.reportLinkage(
    tx,
    rows.map((row) => ({
      ...{ agreementId: row.id, supplierId: row.supplier_id, householdId: row.household_id, model: row.kind },
      ...{ bindsFrom: row.effective_from, lastDay: row.effective_to },
    })),
  );
  await deliveries.reportFloors(
    tx,
    rows.flatMap((row) => {
      if (row.product_id === null || row.floor_price_fen_per_kg === null) return [];
      return {
        ...{
          agreementId: row.id,
          supplierId: row.supplier_id,
          householdId: row.household_id,
          productId: row.product_id,
        },
        ...{ floorFenPerKg: row.floor_price_fen_per_kg, bindsFrom: row.effective_from, lastDay: row.effective_to },
      };
    }),
  );
}
