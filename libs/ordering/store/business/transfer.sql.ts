import { statement } from '@xihuo/platform';

export interface TransferRow {
  id: string;
  bank_reference: string;
  received_on: string;
  amount_fen: bigint;
  payer_name: string;
  remark: string;
  organisation_id: string | null;
  organisation_name: string | null;
  purchase_number: string | null;
  matched_by: 'code' | 'person' | null;
  matched_at: Date | null;
  used: { purchaseNumber: string; supplierName: string; fen: string }[];
}

const TRANSFER = `
  select item.id, item.bank_reference, item.received_on::text, item.amount_fen, item.payer_name, item.remark, item.organisation_id,
         organisation.name_zh as organisation_name, purchase.number as purchase_number, item.matched_by, item.matched_at,
         (select coalesce(jsonb_agg(jsonb_build_object('purchaseNumber', paid_order.number, 'supplierName', supplier.name_zh,
                   'fen', settled.amount_fen::text) order by settled.id), '[]')
            from ordering.receivable_payment settled
            join ordering.receivable owed using (supplier_order_id)
            join ordering.purchase_order paid_order on paid_order.id = owed.purchase_order_id
            join ordering.supplier_order part on part.id = settled.supplier_order_id
            join registry.organisation_v supplier on supplier.id = part.supplier_id
           where settled.transfer_id = item.id) as used
    from ordering.bank_transfer item
    left join registry.organisation_v organisation on organisation.id = item.organisation_id
    left join ordering.purchase_order purchase on purchase.id = item.purchase_order_id`;

export const insertTransfer = statement<{ id: string }>(
  'ordering.insert_bank_transfer',
  `insert into ordering.bank_transfer (id, bank_reference, received_on, amount_fen, payer_name, remark, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (bank_reference) do nothing returning id`,
);

/** Held by whoever matches it. */
export const lockTransfer = statement<{
  id: string;
  amount_fen: bigint;
  remark: string;
  matched: boolean;
}>(
  'ordering.lock_bank_transfer',
  'select id, amount_fen, remark, matched_at is not null as matched from ordering.bank_transfer where id = $1 for update',
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

export const matchTransfer = statement<{ id: string }>(
  'ordering.match_bank_transfer',
  `update ordering.bank_transfer set organisation_id = $2, purchase_order_id = $3, matched_by = $4, match_note = $5, matched_at = $6
    where id = $1 and matched_at is null returning id`,
);

export const transferById = statement<TransferRow>('ordering.bank_transfer_by_id', `${TRANSFER} where item.id = $1`);

export const transferList = statement<TransferRow>(
  'ordering.bank_transfer_list',
  `${TRANSFER}
    where ($1::boolean is null or (item.matched_at is not null) = $1) and ($2::uuid is null or item.id < $2)
    order by item.id desc limit $3`,
);
