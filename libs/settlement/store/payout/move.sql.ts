import { statement } from '@xihuo/platform';
import { CURRENT_ACCOUNT, NOT_THE_ACCOUNT, OTHER_ACCOUNT, SUPPLIER_BOOKS, SUPPLIER_HOLD } from './draw.sql';

/** Compare and set: answers nothing where the list was not at that step any more. */
export const approveRun = statement<{ id: string }>(
  'settlement.approve_payout_run',
  `update settlement.payout_run set state = 'approved', approved_by = $2, approved_at = $3
    where id = $1 and state = 'drawn' returning id`,
);

/** A list that nothing was set aside for is discarded; of one that was begun, what is left of it is. */
export const discardRun = statement<{ id: string }>(
  'settlement.discard_payout_run',
  `update settlement.payout_run
      set state = case when exists (select from settlement.payout_batch where run_id = $1 and state in ('setAside', 'instructed'))
                       then 'setAside' else 'discarded' end,
          discarded_reason = $2
    where id = $1 and state in ('drawn', 'approved') returning id`,
);

export const discardBatches = statement<{ id: string }>(
  'settlement.discard_payout_batches',
  `update settlement.payout_batch set state = 'discarded' where id = any ($1::uuid[]) and state in ('drawn', 'setAside') returning id`,
);

/** Those that nothing was set aside for. */
export const batchesOfRun = statement<{ id: string }>(
  'settlement.batch_ids_of_run',
  `select id from settlement.payout_batch where run_id = $1 and state = 'drawn' order by id`,
);

/** The next batch of an approved list that money was not set aside for. */
export const nextToSetAside = statement<{ id: string; run_id: string; first: boolean }>(
  'settlement.next_batch_to_set_aside',
  `select batch.id, batch.run_id,
          not exists (select from settlement.payout_batch done where done.run_id = run.id and done.state <> 'drawn') as first from settlement.payout_run run
     join settlement.payout_batch batch on batch.run_id = run.id and batch.state = 'drawn'
    where run.state = 'approved' order by run.id, batch.id limit 1`,
);

export interface ItemToMove {
  id: string;
  batch_id: string;
  supplier_id: string;
  payee_id: string;
  purpose: 'wage' | 'share' | 'payable';
  amount_fen: bigint;
}
const ITEM = `item.id, item.batch_id, batch.supplier_id, item.payee_id, item.purpose, item.amount_fen`;

/**
 * The lines of a batch ($2) at some step ($3) that may not go on, each with the reason ($1: now): the account is no longer the one to
 * pay to, or reads otherwise than it was approved, or the supplier waits since.
 */
export const brokenLines = statement<{ id: string; reason: string }>(
  'settlement.broken_payout_lines',
  `select id, reason from (
     select due.id, case when account.id = due.account_id and account.state = 'returned' then 'accountReturned'
                         when ${NOT_THE_ACCOUNT} then 'accountChanged'
                         when ${OTHER_ACCOUNT} then 'accountDiffers'
                         else ${SUPPLIER_HOLD} end as reason
       from (select item.*, batch.supplier_id from settlement.payout_item item
               join settlement.payout_batch batch on batch.id = item.batch_id
              where item.batch_id = $2 and item.state = $3) due ${CURRENT_ACCOUNT} ${SUPPLIER_BOOKS}) told
    where reason is not null`,
);

export const itemsOfBatch = statement<ItemToMove>(
  'settlement.items_of_batch',
  `select ${ITEM} from settlement.payout_item item join settlement.payout_batch batch on batch.id = item.batch_id
    where item.batch_id = $1 and item.state = $2 order by item.id for update of item`,
);

export const moveItems = statement<{ id: string }>(
  'settlement.move_payout_items',
  `update settlement.payout_item set state = $2, moved_at = $4 where id = any ($1::uuid[]) and state = $3 returning id`,
);

/** What lines that end without being paid held is due again. */
export const freeDues = statement(
  'settlement.free_dues',
  `update settlement.payout_due set item_id = null where item_id = any ($1::uuid[])`,
);

export const itemsOfBatches = statement<{ id: string }>(
  'settlement.items_of_batches',
  `select id from settlement.payout_item where batch_id = any ($1::uuid[])`,
);

export const batchSetAside = statement(
  'settlement.batch_set_aside',
  `update settlement.payout_batch set state = 'setAside' where id = $1 and state = 'drawn'`,
);

/** A batch of which every line is void: it is not handed over, and no file of it is had. */
export const endEmptyBatch = statement<{ id: string }>(
  'settlement.end_empty_payout_batch',
  `update settlement.payout_batch set state = 'discarded'
    where id = $1 and state in ('setAside', 'instructed')
      and not exists (select from settlement.payout_item item where item.batch_id = $1 and item.state <> 'voided') returning id`,
);

/** Batches of a list that the bank was not told of. */
export const batchesNotTold = statement<{ id: string }>(
  'settlement.batch_ids_not_told',
  `select id from settlement.payout_batch where run_id = $1 and state in ('drawn', 'setAside') order by id`,
);

export const nameAltered = statement(
  'settlement.name_altered_batches',
  `update settlement.payout_batch set discarded_reason = 'altered' where id = any ($1::uuid[])`,
);

export const askDiscard = statement(
  'settlement.ask_payout_batch_discard',
  `update settlement.payout_batch set discard_asked_by = $2, discard_asked_at = $3, discarded_reason = $4 where id = $1`,
);

export const discardAsked = statement(
  'settlement.discard_payout_batch_asked',
  `update settlement.payout_batch set discarded_by = $2 where id = $1`,
);

export const fileHad = statement(
  'settlement.payout_file_had',
  `update settlement.payout_batch set filed_at = $2 where id = $1 and filed_at is null`,
);

/** The list, once money was set aside for every batch of it. */
export const runSetAside = statement(
  'settlement.run_set_aside',
  `update settlement.payout_run set state = 'setAside'
    where id = $1 and state = 'approved'
      and not exists (select from settlement.payout_batch batch where batch.run_id = $1 and batch.state = 'drawn')`,
);

export const instructBatch = statement<{ id: string }>(
  'settlement.instruct_batch',
  `update settlement.payout_batch set state = 'instructed', instructed_by = $2, instructed_at = $3
    where id = $1 and state = 'setAside' returning id`,
);

export interface ToldItem extends ItemToMove {
  state: string;
  account_id: string;
  told: string[];
}

/** Lines of a batch ($1) by their numbers ($2), locked in order, with what was told of each before. */
export const lockToldItems = statement<ToldItem>(
  'settlement.lock_told_items',
  `select ${ITEM}, item.state, item.account_id,
          coalesce((select array_agg(event) from settlement.payout_event event where event.item_id = item.id), '{}') as told
     from settlement.payout_item item join settlement.payout_batch batch on batch.id = item.batch_id
    where item.batch_id = $1 and item.id = any ($2::uuid[]) order by item.id for update of item`,
);

export const keepEvents = statement(
  'settlement.keep_payout_events',
  `insert into settlement.payout_event (item_id, event, told_on, bank_reference, reason, told_by, told_at)
   select item_id, event, told_on, bank_reference, reason, $2, $3
     from jsonb_to_recordset($1::jsonb) as told (item_id uuid, event text, told_on date, bank_reference text, reason text)`,
);

/** Accounts that a bank sent money back from are not paid to again. */
export const flagAccounts = statement(
  'settlement.flag_accounts',
  `update settlement.payee_account set state = 'returned' where id = any ($1::uuid[]) and state = 'confirmed'`,
);

export const insertStop = statement(
  'settlement.insert_payout_stop',
  `insert into settlement.payout_stop (stopped, reason, by_person, at) values ($1, $2, $3, $4)`,
);

export const readStop = statement<{ stopped: boolean; reason: string; by_person: string; at: Date }>(
  'settlement.read_payout_stop',
  `select stopped, reason, by_person, at from settlement.payout_stop order by id desc limit 1`,
);
