import { statement } from '@xihuo/platform';

/** Whoever draws, approves or sets aside does so alone: what one takes the other finds taken. */
export const payoutsOneAtATime = statement(
  'settlement.payouts_one_at_a_time',
  `select pg_advisory_xact_lock(hashtextextended('settlement.payouts', 0))`,
);

/** Whether a list waits for approval. */
export const drawnListExists = statement<{ drawn: boolean }>(
  'settlement.drawn_list_exists',
  `select exists (select from settlement.payout_run where state = 'drawn') as drawn`,
);

/** What the settlement run $1 left some suppliers ($2) to pay and to be paid, by debtor, payee and purpose: households and collectives from their shares, the supplier its payable and what was put right, less what was netted. */
export const keepDues = statement(
  'settlement.keep_dues',
  `insert into settlement.payout_due (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen)
   select run_id, supplier_id, case when household_id is null then 'organisation' else 'household' end, payee_id,
          case kind when 'wage' then 'wage' else 'share' end, sum(amount_fen)
     from benefit.share_v where run_id = $1 and supplier_id = any ($2::uuid[]) group by 1, 2, 3, 4, 5
   union all
   select run_id, supplier_id, 'organisation', supplier_id, 'payable', payable_fen + more.fen - netted_fen
     from settlement.statement
    cross join lateral (select coalesce(sum(amount_fen), 0)::bigint as fen from settlement.adjustment
                         where adjustment.statement_id = statement.id and amount_fen > 0 and kind = 'correction') more
    where run_id = $1 and supplier_id = any ($2::uuid[]) and payable_fen + more.fen <> netted_fen`,
);

export const openDue = statement(
  'settlement.open_due',
  `create temporary table open_due on commit drop as
   select id, supplier_id, payee_kind, payee_id, purpose, amount_fen from settlement.payout_due where item_id is null for update`,
);

/** Households that are due and of which no account was ever said, or only such as were cancelled: those they were registered with are theirs, unless just that was cancelled. */
export const withoutAccount = statement<{ payee_id: string }>(
  'settlement.without_account',
  `select distinct payee_id from open_due
    where payee_kind = 'household' and not exists (
            select from settlement.payee_account known where known.payee_id = open_due.payee_id and (known.state <> 'cancelled' or known.proposed_by is null))
    order by payee_id`,
);

/**
 * The account of a payee as of a moment ($1 of the statement around it): the newest that was confirmed; `waiting` while another is
 * proposed or is still held. Needs a relation `due` with `payee_id` before it.
 */
export const CURRENT_ACCOUNT = `
    left join lateral (
      select id, fingerprint, state, bank_name, cnaps_code from settlement.payee_account
       where payee_account.payee_id = due.payee_id and state in ('confirmed', 'returned')
       order by proposed_at desc, id desc limit 1) account on true
    cross join lateral (
      select exists (select from settlement.payee_account
                      where payee_account.payee_id = due.payee_id
                        and (state = 'proposed' or (state = 'confirmed' and held_until > $1))) as waiting) change`;

/** Of a line of a list (`due`), that its account is no longer the one to pay to. */
export const NOT_THE_ACCOUNT = `change.waiting or account.id is distinct from due.account_id or account.state <> 'confirmed'`;

/** Of a line of a list (`due`) that goes to the account it was drawn for, that the account reads otherwise than it did; of old lines the bank was not kept. */
export const OTHER_ACCOUNT = `account.fingerprint <> due.fingerprint
    or due.bank_name is not null and (account.bank_name, account.cnaps_code) is distinct from (due.bank_name, due.cnaps_code)`;

/** What says of a supplier (`due`, with `supplier_id` and `purpose`) whether it is paid. */
export const SUPPLIER_BOOKS = `
     left join ledger.account_v owed on owed.code = 'supplierDebt' and owed.owner_id = due.supplier_id
     left join ledger.balance_v debt on debt.account_id = owed.id
     left join ledger.account_v back on back.code = 'supplierReceivable' and back.owner_id = due.supplier_id
     left join ledger.balance_v receivable on receivable.account_id = back.id
     left join admission.supplier_standing_v standing on standing.supplier_id = due.supplier_id`;

/** A supplier that owes households, is to give something back or may not sell waits; one that leaves, until its households have theirs. */
export const SUPPLIER_HOLD = `
          case when due.purpose = 'payable' and coalesce(debt.balance_fen, 0) > 0 then 'owesHouseholds'
               when due.purpose = 'payable' and coalesce(receivable.balance_fen, 0) > 0 then 'owesBack'
               when due.purpose = 'payable' and (standing.standing = 'suspended' or standing.standing = 'exited' and not exists (
                 select from admission.exit_step_v step
                  where step.supplier_id = due.supplier_id and step.step = 'farmerDues' and step.state = 'done')) then 'standing' end`;

export const openListed = statement(
  'settlement.open_listed',
  `create temporary table listed (
     item_id uuid not null default uuidv7(), batch_id uuid, supplier_id uuid not null, payee_kind text not null, payee_id uuid not null,
     purpose text not null, amount_fen bigint not null, account_id uuid, fingerprint bytea, bank_name text, cnaps_code text,
     held text
   ) on commit drop`,
);

/** Everybody who is due, with the account to pay to or the reason why not. */
export const listDue = statement(
  'settlement.list_due',
  `insert into listed (supplier_id, payee_kind, payee_id, purpose, amount_fen, account_id, fingerprint, bank_name, cnaps_code, held)
   select due.supplier_id, due.payee_kind, due.payee_id, due.purpose, due.fen, account.id, account.fingerprint, account.bank_name,
          account.cnaps_code,
          coalesce(${SUPPLIER_HOLD},
          case when change.waiting then 'accountHeld'
               when account.id is null then 'noAccount'
               when account.state = 'returned' then 'accountReturned' end)
     from (select supplier_id, payee_kind, payee_id, purpose, sum(amount_fen)::bigint as fen
             from open_due group by 1, 2, 3, 4 having sum(amount_fen) > 0) due ${CURRENT_ACCOUNT} ${SUPPLIER_BOOKS}`,
);

/** An id a debtor, made once: a plan that looked a debtor up a line would make one a line. */
export const numberBatches = statement(
  'settlement.number_batches',
  `with batch as materialized (
     select supplier_id, uuidv7() as id from (select distinct supplier_id from listed where held is null) debtor
   )
   update listed set batch_id = batch.id from batch
    where listed.supplier_id = batch.supplier_id and held is null`,
);

/** A line of a list as it is hashed; the same words wherever a hash is made. */
const LINE = `concat_ws('|', item_id, payee_id, purpose, amount_fen, account_id, encode(fingerprint, 'hex'))`;
/** Since payout@2 also the debtor, and of an account its bank: neither is in what batches from before were approved by. */
const LINE_AND_BANK = `concat_ws('|', item_id, payee_id, purpose, amount_fen, account_id, encode(fingerprint, 'hex'), coalesce(bank_name, ''), coalesce(cnaps_code, ''))`;
const BATCH_HASH = `encode(sha256(convert_to(case rule
     when 'payout@1' then string_agg(${LINE}, E'\\n' order by item_id)
     else supplier_id || E'\\n' || string_agg(${LINE_AND_BANK}, E'\\n' order by item_id) end, 'UTF8')), 'hex')`;
const RUN_HASH = `encode(sha256(convert_to(string_agg(hash, E'\\n' order by supplier_id), 'UTF8')), 'hex')`;

/** The list, whole: run $1, drawn by $2 at $3, business date $4. Nothing where nobody can be paid. */
export const insertList = statement<{ fen: bigint }>(
  'settlement.insert_list',
  `with batch as (
     select batch_id as id, supplier_id, rule, ${BATCH_HASH} as hash, count(*)::integer as items, sum(amount_fen)::bigint as fen
       from listed cross join (select 'payout@2' as rule) made_by where held is null group by 1, 2, 3
   ), run as (
     insert into settlement.payout_run (id, state, business_date, list_hash, items, amount_fen, drawn_by, drawn_at)
     select $1, 'drawn', $4, ${RUN_HASH}, sum(items), sum(fen), $2, $3 from batch having count(*) > 0
     returning id, amount_fen
   ), kept as (
     insert into settlement.payout_batch (id, run_id, supplier_id, state, rule, list_hash, items, amount_fen)
     select batch.id, run.id, supplier_id, 'drawn', rule, hash, items, fen from batch cross join run
     returning id
   )
   select amount_fen as fen from run`,
);

/** Where everybody who is due is held, the reasons are kept with a list of nobody, which is not approved; nothing where nobody is due. */
export const insertHeldList = statement<{ id: string }>(
  'settlement.insert_held_list',
  `insert into settlement.payout_run (id, state, business_date, list_hash, items, amount_fen, drawn_by, drawn_at)
   select $1, 'discarded', $4, encode(sha256(''), 'hex'), 0, 0, $2, $3
    where exists (select from listed where held is not null) returning id`,
);

export const insertItems = statement(
  'settlement.insert_items',
  `insert into settlement.payout_item (id, batch_id, payee_kind, payee_id, purpose, amount_fen, account_id, fingerprint, bank_name,
                                       cnaps_code, state, moved_at)
   select item_id, batch_id, payee_kind, payee_id, purpose, amount_fen, account_id, fingerprint, bank_name, cnaps_code, 'drawn', $1
     from listed where held is null`,
);

/** What is due is claimed by its line; answers how much, which has to be what the list says. */
export const claimDues = statement<{ fen: bigint }>(
  'settlement.claim_dues',
  `with claimed as (
     update settlement.payout_due due set item_id = listed.item_id
       from open_due join listed using (supplier_id, payee_id, purpose)
      where due.id = open_due.id and listed.held is null
     returning due.id, due.item_id, due.amount_fen
   ), kept as (
     insert into settlement.payout_item_due (item_id, due_id) select item_id, id from claimed
   )
   select coalesce(sum(amount_fen), 0)::bigint as fen from claimed`,
);

export const keepHeld = statement(
  'settlement.keep_held',
  `insert into settlement.payout_held (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen, reason)
   select $1, supplier_id, payee_kind, payee_id, purpose, amount_fen, held from listed where held is not null`,
);

/** What a list ($2) says now, hashed as when it was drawn; and how many of its lines go to an account that is no longer the one ($1: now). */
export const hashAgain = statement<{ hash: string; moved: number }>(
  'settlement.hash_list_again',
  `select (select ${RUN_HASH} from (
             select supplier_id, ${BATCH_HASH} as hash
               from (select batch.supplier_id, batch.rule, item.id as item_id, payee_id, purpose, item.amount_fen, account_id, fingerprint,
                            bank_name, cnaps_code
                       from settlement.payout_batch batch join settlement.payout_item item on item.batch_id = batch.id
                      where batch.run_id = $2) item
              group by supplier_id, rule) again) as hash,
          (select count(*)::integer from settlement.payout_item due
             join settlement.payout_batch batch on batch.id = due.batch_id ${CURRENT_ACCOUNT}
            where batch.run_id = $2 and (${NOT_THE_ACCOUNT})) as moved`,
);

/**
 * Whether a list ($1) is still what was approved: the hash over its batches, all of them and as their lines stand now, is the one that was
 * approved; and which of its batches read otherwise than they were drawn.
 */
export const listAsApproved = statement<{ same: boolean; altered: string[] }>(
  'settlement.list_as_approved',
  `with again as (
     select id, supplier_id, list_hash, ${BATCH_HASH} as hash
       from (select batch.id, batch.supplier_id, batch.rule, batch.list_hash, item.id as item_id, payee_id, purpose, item.amount_fen,
                    account_id, fingerprint, bank_name, cnaps_code
               from settlement.payout_batch batch left join settlement.payout_item item on item.batch_id = batch.id
              where batch.run_id = $1) line
      group by id, supplier_id, rule, list_hash
   )
   select run.list_hash = (select ${RUN_HASH} from again) as same,
          array(select id from again where hash is distinct from list_hash order by id) as altered
     from settlement.payout_run run where run.id = $1`,
);

/** The same by what is kept of its batches, with the lines of one ($2) only: for the batches after the first. */
export const batchAsApproved = statement<{ same: boolean; altered: string[] }>(
  'settlement.batch_as_approved',
  `with again as (
     select ${BATCH_HASH} as hash, list_hash
       from (select batch.supplier_id, batch.rule, batch.list_hash, item.id as item_id, payee_id, purpose, item.amount_fen, account_id,
                    fingerprint, bank_name, cnaps_code
               from settlement.payout_batch batch left join settlement.payout_item item on item.batch_id = batch.id
              where batch.id = $2) line
      group by supplier_id, rule, list_hash
   )
   select run.list_hash = (select ${RUN_HASH} from (select list_hash as hash, supplier_id from settlement.payout_batch where run_id = $1) kept)
            and again.hash = again.list_hash as same,
          array(select $2::uuid where again.hash is distinct from again.list_hash) as altered
     from settlement.payout_run run cross join again where run.id = $1`,
);
