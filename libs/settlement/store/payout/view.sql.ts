import { beyond, statement } from '@xihuo/platform';
import type { machines } from '@xihuo/contract';
import type { BankOf } from '../../rules/bank-layouts';

export interface PayoutRunRow {
  id: string;
  state: machines.PayoutRunState;
  business_date: string;
  list_hash: string;
  items: number;
  amount_fen: bigint;
  drawn_by: string;
  drawn_by_name: string;
  drawn_at: Date;
  approved_by_name: string | null;
  approved_at: Date | null;
  discarded_reason: string | null;
}

const RUN = `run.id, run.state, run.business_date, run.list_hash, run.items, run.amount_fen, run.drawn_by, coalesce(drawn.display_name, '') as drawn_by_name,
  run.drawn_at, approved.display_name as approved_by_name, run.approved_at, run.discarded_reason`;
const PEOPLE = `
     left join identity.person_v drawn on drawn.id = run.drawn_by
     left join identity.person_v approved on approved.id = run.approved_by`;

export const findPayoutRun = statement<PayoutRunRow>(
  'settlement.find_payout_run',
  `select ${RUN} from settlement.payout_run run ${PEOPLE} where run.id = $1`,
);

export const listPayoutRuns = statement<PayoutRunRow>(
  'settlement.list_payout_runs',
  `select ${RUN} from settlement.payout_run run ${PEOPLE} where ($1::uuid is null or run.id < $1) and ($3::text is null or run.state = $3) order by run.id desc limit $2`,
);

export interface BatchRow {
  id: string;
  debtor_id: string;
  debtor_name: string;
  state: 'drawn' | 'setAside' | 'instructed' | 'discarded';
  list_hash: string;
  items: number;
  amount_fen: bigint;
  instructed_at: Date | null;
  /** When its file was first had. */
  filed_at: Date | null;
  discard_asked_by: string | null;
  discard_asked_by_name: string | null;
  discarded_reason: string | null;
  became: { state: machines.PayoutItemState; items: number; fen: string }[];
  /** Where the debtor itself is paid: as it was when the batch was handed over, before that as it is. */
  debtor_bank: (BankOf & { accountId: string }) | null;
}

const BATCH = `batch.id, batch.supplier_id as debtor_id, debtor.name_zh as debtor_name, batch.state, batch.list_hash, batch.items,
  batch.amount_fen, batch.instructed_at, batch.filed_at, batch.discard_asked_by, asker.display_name as discard_asked_by_name,
  batch.discarded_reason, became.told as became, bank.told as debtor_bank`;
const BECAME = `
     join registry.organisation_v debtor on debtor.id = batch.supplier_id
     left join identity.person_v asker on asker.id = batch.discard_asked_by
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('state', state, 'items', items, 'fen', fen::text) order by state), '[]') as told
        from (select state, count(*)::integer as items, sum(amount_fen) as fen from settlement.payout_item item
               where item.batch_id = batch.id group by state) sum) became
     left join lateral (
       select jsonb_build_object('accountId', id, 'cnapsCode', cnaps_code, 'bankName', bank_name) as told from settlement.payee_account account
        where account.payee_id = batch.supplier_id and account.state in ('confirmed', 'returned')
          and (batch.instructed_at is null or account.decided_at <= batch.instructed_at)
        order by account.proposed_at desc, account.id desc limit 1) bank on true`;

export const batchesOfPayoutRun = statement<BatchRow>(
  'settlement.batches_of_payout_run',
  `select ${BATCH} from settlement.payout_batch batch ${BECAME} where batch.run_id = $1 order by batch.supplier_id`,
);

export const findBatch = statement<BatchRow>(
  'settlement.find_payout_batch',
  `select ${BATCH} from settlement.payout_batch batch ${BECAME} where batch.id = $1`,
);

export const heldSums = statement<{ reason: machines.PayoutHold; payees: number; fen: bigint }>(
  'settlement.payout_held_sums',
  `select reason, count(distinct payee_id)::integer as payees, sum(amount_fen)::bigint as fen from settlement.payout_held
    where run_id = $1 group by reason order by reason`,
);

const JOINED = (of: string) => `
     left join registry.household_v household on household.id = ${of}.payee_id
     left join registry.organisation_v organisation on organisation.id = ${of}.payee_id`;

export interface HeldRow {
  id: string;
  supplier_id: string;
  payee_kind: 'household' | 'organisation';
  payee_id: string;
  payee_name: string;
  purpose: machines.PayoutPurpose;
  amount_fen: bigint;
  reason: machines.PayoutHold;
}

export const listHeld = statement<HeldRow>(
  'settlement.list_payout_held',
  `select held.id, held.supplier_id, held.payee_kind, held.payee_id, coalesce(household.display_name, organisation.name_zh) as payee_name, held.purpose,
          held.amount_fen, held.reason
     from settlement.payout_held held ${JOINED('held')}
    where held.run_id = $1 and ($2::uuid is null or held.id > $2) order by held.id limit $3`,
);

export interface ItemRow {
  id: string;
  payee_kind: 'household' | 'organisation';
  payee_id: string;
  payee_name: string;
  purpose: machines.PayoutPurpose;
  amount_fen: bigint;
  bank_name: string;
  number_tail: string;
  state: machines.PayoutItemState;
  moved_at: Date;
  reason: string | null;
  bank_reference: string | null;
}

/** Of batch $1, in state $2 or any, with $3 rows, whose payee's name has $4 in it. */
const ITEMS = `select item.id, item.payee_kind, item.payee_id, coalesce(household.display_name, organisation.name_zh) as payee_name, item.purpose,
          item.amount_fen, account.bank_name, account.number_tail, item.state, item.moved_at, told.reason, told.bank_reference
     from settlement.payout_item item
     join settlement.payee_account account on account.id = item.account_id ${JOINED('item')}
     left join lateral (select reason, bank_reference from settlement.payout_event event where event.item_id = item.id
                         order by told_at desc, event = 'pay' limit 1) told on true
    where item.batch_id = $1 and ($2::text is null or item.state = $2)
      and ($4::text is null or strpos(lower(coalesce(household.display_name, organisation.name_zh)), lower($4)) > 0)`;

/** $5 the last row's id. */
export const listItems = statement<ItemRow>(
  'settlement.list_payout_items',
  `${ITEMS} and ($5::uuid is null or item.id > $5) order by item.id limit $3`,
);

const byAmount = (name: string, descending: boolean) =>
  statement<ItemRow>(
    name,
    `${ITEMS} and ${beyond(['sum', 'item.amount_fen', 'item.id'], descending, ['$5', '$6'])}
      order by item.amount_fen ${descending ? 'desc' : ''}, item.id ${descending ? 'desc' : ''} limit $3`,
  );

/** $5 and $6 the last row's sum and id. */
export const itemsByAmount = {
  amount: byAmount('settlement.payout_items_by_amount', false),
  '-amount': byAmount('settlement.payout_items_by_amount_down', true),
} as const;
