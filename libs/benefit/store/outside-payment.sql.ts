import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { OpenDebt } from '../rules/spread-payment';
import { FACTS, OF_FACTS, type FactsRow } from './dues.sql';
import { MINE_OF_PAYEE, OF_PAYEE, PAYEE, type PayeeRow } from './parties.sql';

type View = ResponseOf<'GET /benefit/outside-payments/{id}'>;

/** Its payee: whom it was paid to. */
export interface OutsidePaymentRow extends PayeeRow {
  id: string;
  row_version: number;
  state: machines.OutsidePaymentState;
  amount_fen: bigint;
  method: View['method'];
  paid_on: string;
  paper_id: string;
  recorded_at: Date;
  answer_by: string;
  confirmed_at: Date | null;
  witness_name: string | null;
  witness_role: NonNullable<View['witness']>['role'] | null;
  witness_paper_id: string | null;
  witnessed_on: string | null;
  stands_on: string | null;
  contest_reason: string | null;
  contested_at: Date | null;
  contest_paper_id: string | null;
  named_debts: string[] | null;
  withdraw_reason: string | null;
  /** 0: waits for the household. */
  rank: number;
}

const RANK = `case when paid.state in ('recorded', 'witnessed') then 0 else 1 end`;
const SELECT = `
  select paid.id, paid.row_version, paid.state, paid.amount_fen, paid.method, paid.paid_on, paid.paper_id,
         paid.recorded_at, paid.answer_by, paid.confirmed_at, paid.witness_name, paid.witness_role,
         paid.witness_paper_id, paid.witnessed_on, paid.stands_on, paid.contest_reason, paid.contested_at,
         paid.withdraw_reason, paid.contest_paper_id, paid.named_debts, ${RANK} as rank, ${PAYEE('paid')}
    from benefit.outside_payment paid ${OF_PAYEE('paid')}`;

const MINE = MINE_OF_PAYEE('paid');

export const listOutsidePayments = statement<OutsidePaymentRow>(
  'benefit.list_outside_payments',
  `${SELECT} where ${MINE} and ($4::uuid is null or paid.supplier_id = $4)
      and ($5::uuid is null or paid.payee_id = $5) and ($6::text is null or paid.state = $6)
      and ($7::uuid is null or paid.id < $7)
    order by paid.id desc limit $8`,
);

/** What waits for an answer first; $4 the rank and $5 the id after which the page begins. */
export const waitingOutsidePayments = statement<OutsidePaymentRow>(
  'benefit.waiting_outside_payments',
  `${SELECT} where ${MINE} and ($5::uuid is null or ${RANK} > $4::integer or (${RANK} = $4 and paid.id < $5))
    order by rank, paid.id desc limit $6`,
);

export const readOutsidePayment = statement<OutsidePaymentRow>(
  'benefit.read_outside_payment',
  `${SELECT} where ${MINE} and paid.id = $4`,
);

export const lockOutsidePayment = statement<OutsidePaymentRow>(
  'benefit.lock_outside_payment',
  `${SELECT} where ${MINE} and paid.id = $4 for update of paid`,
);

/** Whoever said it: an id that is taken is looked at before it is used. */
export const outsidePaymentsById = statement<OutsidePaymentRow>(
  'benefit.outside_payments_by_id',
  `${SELECT} where paid.id = any ($1::uuid[]) order by paid.id`,
);

export interface OutsidePartRow extends FactsRow {
  payment_id: string;
  obligation_id: string;
  amount_fen: bigint;
}

/** The debts that some payments are for, each with what its sentence is made of. */
export const partsOfPayments = statement<OutsidePartRow>(
  'benefit.parts_of_payments',
  `select part.payment_id, part.obligation_id, part.amount_fen, ${FACTS}
     from benefit.outside_part part join benefit.obligation on obligation.id = part.obligation_id ${OF_FACTS}
    where part.payment_id = any ($1::uuid[])
    order by part.payment_id, obligation.earned_on, obligation.id`,
);

/**
 * Whether this very sheet, under whatever id it was handed in, has stood for a payment to the payee before. One that was taken
 * back before anybody objected is free again, but not for longer: by which day the payee was to answer the first time.
 */
export const receiptUse = statement<{ spent: boolean; answer_by: string | null }>(
  'benefit.receipt_use',
  `select coalesce(bool_or(paid.state <> 'withdrawn' or paid.contested_at is not null), false) as spent,
          min(paid.answer_by) as answer_by
     from benefit.paper shown
     join benefit.paper known on known.supplier_id = shown.supplier_id and known.sha256 = shown.sha256
     join benefit.outside_payment paid on paid.paper_id = known.file_id
    where shown.file_id = $2 and paid.payee_id = $1`,
);

/** Whether a supplier has to do with a household ($2), which is linked or still owed, or with a collective ($3), which has a share. */
export const knownPair = statement<{ id: string }>(
  'benefit.known_pair',
  `select id from registry.household_v household
    where id = $2 and (supplier_id = $1
       or exists (select from benefit.obligation where obligation.supplier_id = $1 and obligation.household_id = $2))
   union all
   select id from registry.organisation_v collective
    where id = $3 and exists (select from benefit.obligation where obligation.supplier_id = $1 and obligation.collective_id = $3)`,
);

/** Those of the named debts that are not this pair's. */
export const strangeDebts = statement<{ id: string }>(
  'benefit.strange_debts',
  `select named.id from unnest($3::uuid[]) as named (id)
    where not exists (select from benefit.obligation
                       where obligation.id = named.id and supplier_id = $1 and payee_id = $2)`,
);

export interface OpenDebtRow {
  id: string;
  kind: OpenDebt['kind'];
  earned_on: string;
  open_fen: bigint;
}

/**
 * What a supplier still owes a payee; held in id order, as settlement holds them. All of them, whichever are paid: so what is
 * said of one pair at the same time is heard one after the other.
 */
export const lockOpenDebts = statement<OpenDebtRow>(
  'benefit.lock_open_debts',
  `select id, kind, earned_on, open_fen from benefit.obligation
    where supplier_id = $1 and payee_id = $2 and open_fen > 0 order by id for update`,
);

/** Writes the payment with its parts, and sets as much of each debt aside; the parts are the payment, or nothing is written. */
export const insertOutsidePayment = statement<{ id: string }>(
  'benefit.insert_outside_payment',
  `with part as (
     select * from jsonb_to_recordset($11::jsonb) as item (obligation_id uuid, amount_fen bigint)
   ), paid as (
     insert into benefit.outside_payment (id, supplier_id, household_id, amount_fen, method, paid_on, paper_id, recorded_by,
                                          recorded_at, answer_by, named_debts, collective_id)
     select $1::uuid, $2::uuid, $3::uuid, $4::bigint, $5, $6::date, $7::uuid, $8::uuid, $9::timestamptz, $10::date, $12::uuid[], $13::uuid
      where (select sum(amount_fen) from part) = $4
     returning id
   ), kept as (
     insert into benefit.outside_part (payment_id, obligation_id, amount_fen)
     select paid.id, part.obligation_id, part.amount_fen from paid cross join part
     returning obligation_id, amount_fen
   ), held as (
     update benefit.obligation set held_fen = held_fen + kept.amount_fen from kept where obligation.id = kept.obligation_id
   )
   select id from paid`,
);

export interface HeldPartRow {
  payment_id: string;
  obligation_id: string;
  supplier_id: string;
  amount_fen: bigint;
  /** The delivery that stands, and the kind of debt; null where nothing was corrected. */
  line: string | null;
  /** How much more corrected deliveries of this line have kept so far than the one that stands is worth. */
  over_fen: bigint;
}

/** The debts of some payments ($1), held in id order. */
export const lockParts = statement<{ obligation_id: string }>(
  'benefit.lock_parts',
  `select part.obligation_id from benefit.outside_part part join benefit.obligation on obligation.id = part.obligation_id
    where part.payment_id = any ($1::uuid[]) order by part.obligation_id for update of obligation`,
);

/**
 * What was set aside for some payments ($1), part by part. Asked once the debts are held. A delivery may have been corrected since, and
 * more than once: from the one that was paid for to the one that stands, and back to all that it stands for.
 */
export const heldParts = statement<HeldPartRow>(
  'benefit.held_parts',
  `with recursive part as (
     select part.payment_id, part.obligation_id, part.amount_fen, obligation.supplier_id, obligation.delivery_id, obligation.kind
       from benefit.outside_part part join benefit.obligation on obligation.id = part.obligation_id
      where part.payment_id = any ($1::uuid[])
   ), onward (from_id, id) as (
     select delivery_id, by_id from part join benefit.replaced_delivery on old_id = delivery_id
      union select from_id, by_id from onward join benefit.replaced_delivery on old_id = id
   ), stands as (
     select from_id, id from onward where not exists (select from benefit.replaced_delivery where old_id = onward.id)
   ), back (final_id, id) as (
     select id, old_id from stands join benefit.replaced_delivery on by_id = id
      union select final_id, old_id from back join benefit.replaced_delivery on by_id = id
   ), kept as (
     select final_id, kind, sum(amount_fen - reversed_fen - carried_fen) as fen
       from back join benefit.obligation on delivery_id = back.id group by final_id, kind
   )
   select part.payment_id, part.obligation_id, part.supplier_id, part.amount_fen, stands.id || ' ' || part.kind as line,
          coalesce(kept.fen - coalesce((select sum(carried_fen) from benefit.obligation new
             where new.delivery_id = stands.id and new.kind = part.kind), 0), 0)::bigint as over_fen
     from part left join stands on stands.from_id = part.delivery_id
     left join kept on kept.final_id = stands.id and kept.kind = part.kind
    order by part.obligation_id, part.payment_id`,
);

/**
 * What was set aside for some payments ($1) is paid ($2), or open again; of $3, by debt, a part of what is open again is taken back at once.
 */
export const releaseParts = statement(
  'benefit.release_parts',
  `with part as (
     select part.obligation_id, sum(part.amount_fen)::bigint as amount_fen, coalesce(max(item.fen), 0) as back_fen
       from benefit.outside_part part
       left join jsonb_to_recordset($3::jsonb) as item (obligation_id uuid, fen bigint) on item.obligation_id = part.obligation_id
      where part.payment_id = any ($1::uuid[]) group by part.obligation_id
   )
   update benefit.obligation
      set held_fen = held_fen - part.amount_fen, outside_fen = outside_fen + case when $2::boolean then part.amount_fen else 0 end,
          reversed_fen = reversed_fen + part.back_fen
     from part where obligation.id = part.obligation_id`,
);

/** Some ($1) are confirmed, withdrawn or lapsed ($2) now ($3), and where it is withdrawn why ($4). */
export const moveOutsidePayments = statement(
  'benefit.move_outside_payments',
  `update benefit.outside_payment
      set state = $2::text, row_version = row_version + 1,
          confirmed_at = case when $2 = 'confirmed' then $3::timestamptz else confirmed_at end,
          withdraw_reason = case when $2 = 'withdrawn' then $4::text else withdraw_reason end,
          stands_on = null
    where id = any ($1::uuid[])`,
);

/** $2 why, $3 now, $4 the sheet where it was said for the household, $5 who said it. */
export const setPaymentContested = statement(
  'benefit.set_payment_contested',
  `update benefit.outside_payment
      set state = 'contested', row_version = row_version + 1, contest_reason = $2, contested_at = $3, contest_paper_id = $4,
          contested_by = $5, stands_on = null
    where id = $1`,
);

export const setOutsideWitness = statement(
  'benefit.set_outside_witness',
  `update benefit.outside_payment
      set state = 'witnessed', row_version = row_version + 1, witness_name = $2, witness_role = $3, witness_paper_id = $4,
          witnessed_on = $5, stands_on = $6
    where id = $1`,
);

/** Those that nobody answered to in time, and witnessed ones that nobody contested. $1 today, $2 at most. */
export const silentPayments = statement<{ id: string }>(
  'benefit.silent_payments',
  `select id from benefit.outside_payment
    where (state in ('recorded', 'contested') and answer_by < $1::date) or (state = 'witnessed' and stands_on <= $1::date)
    order by id limit $2 for update skip locked`,
);
