import { applications } from '@xihuo/admission';
import { statement, type Tx } from '@xihuo/platform';

const bindingDays = statement<{
  id: string;
  supplier_id: string;
  household_id: string;
  kind: string;
  effective_from: string;
  effective_to: string | null;
}>(
  'benefit.binding_days',
  `select id, supplier_id, household_id, kind, effective_from, effective_to
     from benefit.agreement where id = any($1::uuid[]) and signed_at is not null order by id`,
);

/**
 * Tells admission which days these agreements bind, once both sides have signed and again when a last day is set: the right to sell
 * rests on households that are truly linked.
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
}
