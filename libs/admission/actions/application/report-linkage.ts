import { statement, type Tx } from '@xihuo/platform';

const putLinkage = statement<{ supplier_id: string }>(
  'admission.put_reported_linkage',
  `insert into admission.reported_linkage as known (agreement_id, supplier_id, household_id, model, binds_from, last_day, reported_at)
   select agreement_id, supplier_id, household_id, model, binds_from, last_day, $2
     from json_to_recordset($1::json)
       as agreement (agreement_id uuid, supplier_id uuid, household_id uuid, model text, binds_from date, last_day date)
   on conflict (agreement_id) do update
      set binds_from = excluded.binds_from, last_day = excluded.last_day, reported_at = excluded.reported_at
    where (known.binds_from, known.last_day) is distinct from (excluded.binds_from, excluded.last_day)
   returning supplier_id`,
);

/** One version of one agreement between a supplier and a household, with the days it binds. */
export interface LinkageReport {
  readonly agreementId: string;
  readonly supplierId: string;
  readonly householdId: string;
  readonly model: string;
  readonly bindsFrom: string;
  /** The last day it binds; null while nobody has ended it. */
  readonly lastDay: string | null;
}

/**
 * For `benefit`, which is above: agreements that were signed, and ends that were set. What a check counts is what binds on its day, so
 * days to come need no second report; the same again changes nothing.
 *
 * @returns how many were news
 */
export async function reportLinkage(tx: Tx, agreements: readonly LinkageReport[]): Promise<number> {
  if (agreements.length === 0) return 0;
  const rows = agreements.map((one) => ({
    ...{ agreement_id: one.agreementId, supplier_id: one.supplierId, household_id: one.householdId },
    ...{ model: one.model, binds_from: one.bindsFrom, last_day: one.lastDay },
  }));
  return (await tx.sql(putLinkage, [JSON.stringify(rows), tx.now])).length;
}
