import { statement } from '@xihuo/platform';

export interface OwnSumsRow {
  due_fen: bigint;
  under_way_fen: bigint;
  month_fen: bigint;
  year_fen: bigint;
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;

/** Sums of one household ($1), in the month and the year it is. */
export const ownPayoutSums = statement<OwnSumsRow>(
  'settlement.own_payout_sums',
  `select (select coalesce(sum(amount_fen), 0) from settlement.payout_due where payee_id = $1 and item_id is null)::bigint as due_fen,
          coalesce(sum(item.amount_fen) filter (where item.state in ('drawn', 'setAside')), 0)::bigint as under_way_fen,
          coalesce(sum(item.amount_fen) filter (where item.state = 'paid' and paid.told_on >= date_trunc('month', ${TODAY})), 0)::bigint as month_fen,
          coalesce(sum(item.amount_fen) filter (where item.state = 'paid' and paid.told_on >= date_trunc('year', ${TODAY})), 0)::bigint as year_fen
     from settlement.payout_item item
     left join settlement.payout_event paid on paid.item_id = item.id and paid.event = 'pay'
    where item.payee_id = $1`,
);

export interface OwnAccountRow {
  id: string;
  bank_name: string;
  number_tail: string;
  state: 'proposed' | 'confirmed' | 'returned';
  held_until: Date;
  waits: boolean;
}

/** The account a household ($1) is paid to and, where another was said, that one, which comes first. */
export const ownAccounts = statement<OwnAccountRow>(
  'settlement.own_accounts',
  `(select id, bank_name, number_tail, state, held_until, true as waits from settlement.payee_account
     where payee_id = $1 and (state = 'proposed' or (state = 'confirmed' and held_until > platform.business_now())) order by proposed_at desc limit 1)
   union all
   (select id, bank_name, number_tail, state, held_until, false from settlement.payee_account
     where payee_id = $1 and state in ('confirmed', 'returned') and held_until <= platform.business_now() order by proposed_at desc, id desc limit 1)`,
);

export interface OwnPayoutRow {
  id: string;
  supplier_name: string;
  purpose: 'wage' | 'share' | 'payable';
  amount_fen: bigint;
  state: 'setAside' | 'paid' | 'failed' | 'returned';
  bank_name: string;
  number_tail: string;
  day: string;
  reason: string | null;
}

/** Payments to one household ($1) for which money was set aside, newest first. */
export const ownPayouts = statement<OwnPayoutRow>(
  'settlement.own_payouts',
  `select item.id, debtor.name_zh as supplier_name, item.purpose, item.amount_fen, item.state, account.bank_name, account.number_tail,
          coalesce(told.told_on, (item.moved_at at time zone 'Asia/Shanghai')::date) as day, nullif(told.reason, '') as reason
     from settlement.payout_item item
     join settlement.payout_batch batch on batch.id = item.batch_id
     join registry.organisation_v debtor on debtor.id = batch.supplier_id
     join settlement.payee_account account on account.id = item.account_id
     left join lateral (select told_on, reason from settlement.payout_event event where event.item_id = item.id
                         order by told_at desc, event = 'pay' limit 1) told on true
    where item.payee_id = $1 and item.state in ('setAside', 'paid', 'failed', 'returned') and ($2::uuid is null or item.id < $2)
    order by item.id desc limit $3`,
);

/** The households of which somebody is, by name. */
export const firstHousehold = statement<{ id: string }>(
  'settlement.first_household',
  `select id from registry.household_v where id = any ($1::uuid[]) order by display_name, id limit 1`,
);
