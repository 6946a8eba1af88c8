import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';

const putMerchantState = statement(
  'admission.put_merchant_state',
  `insert into admission.merchant_state as known (supplier_id, state, account_name, reported_at) values ($1, $2, $3, $4)
   on conflict (supplier_id) do update set state = excluded.state, account_name = excluded.account_name, reported_at = excluded.reported_at
    where known.state <> excluded.state or known.account_name is distinct from excluded.account_name`,
);

export interface MerchantReport {
  readonly supplierId: string;
  readonly state: 'pending' | 'active' | 'rejected';
  /** As the institution knows it: it has to be the supplier's own. */
  readonly accountName: string | null;
}

/** For `payment`, which is above: how it stands with the account a supplier is paid into. The same again changes nothing. */
export async function reportMerchantState(tx: Tx, { supplierId, state, accountName }: MerchantReport): Promise<void> {
  must(tx.actor.kind === 'system', 'machines report what the institution says');
  await tx.sql(putMerchantState, [supplierId, state, accountName, tx.now]);
  tx.audit({ action: 'merchant.report', subjectKind: 'supplier', subjectId: supplierId, after: { state } });
}
