import { statement } from '@xihuo/platform';

export interface TransferRow {
  id: string;
  row_version: number;
  bank_reference: string;
  received_on: string;
  amount_fen: bigint;
  payer_name: string;
  remark: string;
  organisation_id: string | null;
  organisation_name: string | null;
  credit_fen: bigint;
  purchase_number: string | null;
  matched_by: 'code' | 'person' | null;
  matched_at: Date | null;
  ended: 'reversed' | 'returned' | null;
  entered_by: string | null;
  named_by: string | null;
  entered_name: string | null;
  confirmed_name: string | null;
  used: { purchaseNumber: string; supplierName: string; fen: string }[];
}

/** What stands to the credit of the organisation that `whose` names, by the books. */
export const creditFen = (whose: string): string => `
  (select coalesce(sum(balance.balance_fen), 0)::bigint
     from ledger.account_v held join ledger.balance_v balance on balance.account_id = held.id
    where held.code = 'buyerCredit' and held.owner_id = ${whose})`;

const TRANSFER = `
  select item.id, item.row_version, item.bank_reference, item.received_on::text, item.amount_fen, item.payer_name, item.remark, item.organisation_id,
         organisation.name_zh as organisation_name, ${creditFen('item.organisation_id')} as credit_fen,
         purchase.number as purchase_number, item.matched_by, item.matched_at, item.ended, item.entered_by, item.named_by,
         enterer.display_name as entered_name, confirmer.display_name as confirmed_name,
         (select coalesce(jsonb_agg(jsonb_build_object('purchaseNumber', paid_order.number, 'supplierName', supplier.name_zh,
                   'fen', settled.fen::text) order by settled.first), '[]')
            from (select supplier_order_id, sum(amount_fen) as fen, min(id::text) as first from ordering.receivable_payment paid_by
                   where paid_by.transfer_id = item.id group by supplier_order_id having sum(amount_fen) > 0) settled
            join ordering.receivable owed using (supplier_order_id)
            join ordering.purchase_order paid_order on paid_order.id = owed.purchase_order_id
            join ordering.supplier_order part on part.id = settled.supplier_order_id
            join registry.organisation_v supplier on supplier.id = part.supplier_id) as used
    from ordering.bank_transfer item
    left join registry.organisation_v organisation on organisation.id = item.organisation_id
    left join ordering.purchase_order purchase on purchase.id = item.purchase_order_id
    left join identity.person_v enterer on enterer.id = item.entered_by
    left join identity.person_v confirmer on confirmer.id = item.confirmed_by`;

/** A movement of the bank that is there already, other than as one that was reversed, is not entered again. */
export const insertTransfer = statement<{ id: string }>(
  'ordering.insert_bank_transfer',
  `insert into ordering.bank_transfer (id, bank_reference, received_on, amount_fen, payer_name, remark, entered_at, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (bank_reference) where ended is distinct from 'reversed' do nothing returning id`,
);

export interface HeldTransfer {
  id: string;
  row_version: number;
  amount_fen: bigint;
  matched: boolean;
  ended: boolean;
  entered_by: string | null;
  named_by: string | null;
  purchase_id: string | null;
  /** Whose the named order is. */
  organisation_id: string | null;
  /** Whether the named order was cancelled. */
  is_over: boolean;
}

/** Held by whoever names its order, confirms it or takes it back; accounts are held after it. */
export const lockTransfer = statement<HeldTransfer>(
  'ordering.lock_bank_transfer',
  `select item.id, item.row_version, item.amount_fen, item.matched_at is not null as matched, item.ended is not null as ended, item.entered_by, item.named_by,
          item.purchase_order_id as purchase_id, purchase.organisation_id,
          exists (select from ordering.customer_order placed where placed.id = purchase.order_id and placed.state = 'cancelled') as is_over
     from ordering.bank_transfer item left join ordering.purchase_order purchase on purchase.id = item.purchase_order_id
    where item.id = $1 for update of item`,
);

/** The orders these codes stand for: only issued ones are paid. */
export const ordersOfCodes = statement<{ id: string; organisation_id: string }>(
  'ordering.purchases_of_codes',
  `select id, organisation_id from ordering.purchase_order where pay_code = any ($1::text[]) and state = 'issued' order by id`,
);

export const orderOfNumber = statement<{ id: string; organisation_id: string }>(
  'ordering.purchase_of_number',
  `select id, organisation_id from ordering.purchase_order where number = $1 and state = 'issued'`,
);

/** Says which order a transfer pays: by the code in its remark, or by a person ($4), who says why ($5). */
export const nameTransfer = statement<{ id: string }>(
  'ordering.name_bank_transfer',
  `update ordering.bank_transfer set purchase_order_id = $2, matched_by = $3, named_by = $4, match_note = $5, row_version = row_version + 1
    where id = $1 and matched_at is null and ended is null returning id`,
);

export const confirmTransfer = statement<{ id: string }>(
  'ordering.confirm_bank_transfer',
  `update ordering.bank_transfer set organisation_id = $2, confirmed_by = $3, matched_at = $4, row_version = row_version + 1
    where id = $1 and matched_at is null and ended is null returning id`,
);

export const endTransfer = statement<{ id: string }>(
  'ordering.end_bank_transfer',
  `update ordering.bank_transfer set ended = $2, ended_at = $3, row_version = row_version + 1 where id = $1 and ended is null returning id`,
);

export const transferById = statement<TransferRow>('ordering.bank_transfer_by_id', `${TRANSFER} where item.id = $1`);

export const transferList = statement<TransferRow>(
  'ordering.bank_transfer_list',
  `${TRANSFER}
    where ($1::boolean is null or case when $1 then item.matched_at is not null else item.matched_at is null and item.ended is null end) and ($2::uuid is null or item.id < $2)
    order by item.id desc limit $3`,
);
