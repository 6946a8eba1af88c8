import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';

/** Within one statement the table still answers with what stood there before. */
const putMerchantState = statement<{ changed: boolean | null }>(
  'admission.put_merchant_state',
  `insert into admission.merchant_state as known (supplier_id, state, account_name, reported_at) values ($1, $2, $3, $4)
   on conflict (supplier_id) do update set state = excluded.state, account_name = excluded.account_name, reported_at = excluded.reported_at
   returning (with before as (select state, account_name from admission.merchant_state where supplier_id = $1)
              select row(state, account_name) is distinct from row($2::text, $3::text) from before) as changed`,
);

export interface MerchantReport {
  readonly supplierId: string;
  readonly state: 'pending' | 'active' | 'rejected';
  /** As the institution knows it: it has to be the supplier's own. */
  readonly accountName: string | null;
}

/** For `payment`, which is above: how it stands with the account a supplier is paid into. The same again is no news. */
export async function reportMerchantState(tx: Tx, { supplierId, state, accountName }: MerchantReport): Promise<void> {
  must(tx.actor.kind === 'system', 'machines report what the institution says');
  const [put] = await tx.sql(putMerchantState, [supplierId, state, accountName, tx.now]);
  if (put?.changed === false) return;
  tx.audit({
    action: 'merchant.report',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { state, accountName },
  });
}
