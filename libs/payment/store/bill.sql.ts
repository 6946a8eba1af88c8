import { statement } from '@xihuo/platform';

/**
 * Days that are over and whose bill is to be read: never read, or of the last $3 days, or with something that waits, and not read
 * since. From the first day we took money by this provider, at most 60 days back.
 */
export const daysToRead = statement<{ day: string }>(
  'payment.days_to_read',
  `select to_char(due.day, 'YYYY-MM-DD') as day
     from (select generate_series(
             greatest($2::date - 60, (select min(captured_at at time zone 'Asia/Shanghai')::date from payment.payment
                                       where provider = $1 and state = 'captured')),
             $2::date - 1, interval '1 day')::date as day) due
     left join payment.bill_day on bill_day.provider = $1 and bill_day.day = due.day
    where bill_day.day is null
       or ((bill_day.read_at at time zone 'Asia/Shanghai')::date < $2
           and (due.day >= $2::date - $3::integer
                or exists (select from payment.difference
                            where provider = $1 and state <> 'closed' and business_date = due.day)))
    order by due.day limit $4`,
);

export const keepBillDay = statement(
  'payment.keep_bill_day',
  `insert into payment.bill_day (provider, day, read_at, lines, payments_fen, refunds_fen, other_fen, fees_fen)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (provider, day) do update
     set read_at = excluded.read_at, readings = bill_day.readings + 1, lines = excluded.lines,
         payments_fen = excluded.payments_fen, refunds_fen = excluded.refunds_fen, other_fen = excluded.other_fen,
         fees_fen = excluded.fees_fen`,
);

/** The lines as they stand now; what the day no longer has is marked, not forgotten. */
export const keepBillLines = statement(
  'payment.keep_bill_lines',
  `with given as (
     select * from unnest($4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::timestamptz[])
       as item (ref, kind, amount_fen, fee_fen, source_ref, payment_ref, subject, happened_at)
   ), gone as (
     update payment.bill_line set gone_at = $3
      where provider = $1 and day = $2 and gone_at is null and not exists (select from given where given.ref = bill_line.ref)
   )
   insert into payment.bill_line (provider, day, ref, kind, amount_fen, fee_fen, source_ref, payment_ref, subject, happened_at)
   select $1, $2, ref, kind, amount_fen, fee_fen, source_ref, payment_ref, subject, happened_at from given
   on conflict (provider, ref) do update
     set kind = excluded.kind, day = excluded.day, amount_fen = excluded.amount_fen, fee_fen = excluded.fee_fen,
         subject = excluded.subject, gone_at = null
   where (bill_line.kind, bill_line.day, bill_line.amount_fen, bill_line.fee_fen, bill_line.subject)
           is distinct from (excluded.kind, excluded.day, excluded.amount_fen, excluded.fee_fen, excluded.subject)
      or bill_line.gone_at is not null`,
);

export interface FoundRow {
  id: string;
  event: 'open' | 'recur' | 'heal';
}

/** What one side of a subject may be later than the other, in days, before it is worth a case. */
const LATE_DAYS = 1;

/**
 * A refund that failed so often is a case: by then it was tried for an hour, each time after twice as long, so that what is wrong is
 * not a moment's.
 */
export const FAILING_ATTEMPTS = 5;

/** A difference that is known already stands as it is, and is open again where it was closed and is another now. */
export const OR_AGAIN = `on conflict (provider, subject, kind) do update
       set here_fen = excluded.here_fen, there_fen = excluded.there_fen,
           state = case when difference.state = 'closed' then 'open' else difference.state end,
           owner_id = case when difference.state = 'closed' then null else difference.owner_id end,
           told_by = case when difference.state = 'closed' then null else difference.told_by end,
           closed_at = null, closed_how = null, closed_by = null, row_version = difference.row_version + 1
     where difference.closed_how = 'healed'
        or (difference.here_fen, difference.there_fen) is distinct from (excluded.here_fen, excluded.there_fen)
     returning new.id, new.state, new.here_fen, new.there_fen,
       case when old.id is null then 'open' when old.state = 'closed' then 'recur' end as event`;

/** The provider says it holds $2 fen of the payment $1, which are not what was asked for: a case before any bill tells. $3 now. */
export const openUnbelieved = statement<FoundRow>(
  'payment.open_unbelieved',
  `with opened as (
     insert into payment.difference (provider, subject, kind, here_fen, there_fen, business_date, payment_id, order_id, opened_at)
     select provider, 'payment:' || id, 'missingHere', 0, $2::bigint, ($3::timestamptz at time zone 'Asia/Shanghai')::date, id, order_id, $3
       from payment.payment where id = $1
     ${OR_AGAIN}
   ), steps as (
     insert into payment.difference_step (difference_id, event, state, here_fen, there_fen, at)
     select id, event, state, here_fen, there_fen, $3 from opened where event is not null
   )
   select id, event from opened where event is not null`,
);

/**
 * Lays our side beside the bill and the books: of all that happened on the days $2, and of all that has an open case. A difference
 * that is new opens a case, one that is gone closes it, one that was closed and is another now opens it again; the rest stays as it
 * stands, however often this runs. What was closed by a person stays closed as long as it looks as it did then.
 */
export const compare = statement<FoundRow>(
  'payment.compare',
  `with waiting as (
     select subject from payment.difference where provider = $1 and state <> 'closed'
   ), scope as (
     select subject from waiting
      union select subject from payment.bill_line where provider = $1 and day = any ($2::date[])
      union select 'payment:' || id from payment.payment
       where provider = $1 and state = 'captured'
         and captured_at >= (select min(day) from unnest($2::date[]) day)::timestamp at time zone 'Asia/Shanghai'
         and captured_at < ((select max(day) from unnest($2::date[]) day) + 1)::timestamp at time zone 'Asia/Shanghai'
         and (captured_at at time zone 'Asia/Shanghai')::date = any ($2::date[])
      union select unnest(array['refund:' || refund.id, 'leg:' || refund.supplier_order_id]) from payment.refund
        join payment.payment on payment.id = refund.payment_id
       where payment.provider = $1
         and refund.ended_at >= (select min(day) from unnest($2::date[]) day)::timestamp at time zone 'Asia/Shanghai'
         and refund.ended_at < ((select max(day) from unnest($2::date[]) day) + 1)::timestamp at time zone 'Asia/Shanghai'
         and (refund.ended_at at time zone 'Asia/Shanghai')::date = any ($2::date[])
   ), billed as (
     select subject, sum(amount_fen)::bigint as fen, min(day) as first_day, max(day) as last_day,
            count(*) filter (where kind <> 'refundFailure') - count(*) filter (where kind = 'refundFailure') as times,
            min(kind) filter (where kind <> 'refundFailure') as kind, min(payment_ref) as payment_ref
       from payment.bill_line join scope using (subject)
      where provider = $1 and gone_at is null and kind <> 'other' group by subject
   ), ours as (
     select 'payment:' || payment.id as subject, case when state = 'captured' then amount_fen else 0 end as fen,
            null::bigint as under_way, (captured_at at time zone 'Asia/Shanghai')::date as day, payment.id as payment_id,
            null::uuid as refund_id, order_id
       from payment.payment where provider = $1
        and payment.id = any (select substr(subject, 9)::uuid from scope where subject like 'payment:%')
      union all
     select 'refund:' || refund.id, case when refund.state = 'succeeded' then -refund.amount_fen else 0 end,
            case when refund.state in ('sent', 'unknown') then -refund.amount_fen end,
            (refund.ended_at at time zone 'Asia/Shanghai')::date, refund.payment_id, refund.id, payment.order_id
       from payment.refund join payment.payment on payment.id = refund.payment_id
      where payment.provider = $1
        and refund.id = any (select substr(subject, 8)::uuid from scope where subject like 'refund:%')
      union all
     -- What a payer's bank took back is ours once it is lost; on which day the provider took it says nothing.
     select 'dispute:' || back.ref, case back.state when 'lost' then -back.amount_fen else 0 end, null, null, paid.id, null, paid.order_id
       from payment.chargeback back join payment.payment paid on paid.id = back.payment_id
      where back.provider = $1 and back.ref = any (select substr(subject, 9) from scope where subject like 'dispute:%')
   ), beside as (
     select scope.subject, coalesce(ours.fen, 0) as here, coalesce(billed.fen, 0) as there, coalesce(billed.times, 0) as times,
            ours.under_way, ours.day, billed.first_day, billed.last_day, ours.payment_id, ours.refund_id, ours.order_id, billed.kind, billed.payment_ref,
            scope.subject like 'line:%' as is_stranger
       from scope left join ours using (subject) left join billed using (subject)
      where scope.subject not like 'leg:%'
   ), judged as (
     select beside.*, case
         when here = 0 and there = 0 then null
         -- Some ways of paying back take days: on the bill when it begins, ended when it has arrived. It is asked about meanwhile.
         when here = 0 and there = under_way then null
         when here = 0 and is_stranger and kind = 'refund' then 'refundUnknown'
         when here = 0 then 'missingHere'
         -- The bill of our day, and of no younger one, has been read: it may still come.
         when there = 0 and times = 0 then
           case when day <= (select max(bill_day.day) from payment.bill_day where provider = $1) then 'missingThere' end
         when times > 1 and subject not like 'dispute:%' then 'twice'
         when here <> there then 'wrongAmount'
         when abs(day - first_day) > ${LATE_DAYS} then 'late'
       end as found from beside
   ), booked as (
     -- Of a part that was paid twice the books name both: what they lack or have too much is either's.
     select 'payment:' || payment.id as subject, payment.amount_fen as here,
            (payment.amount_fen + sum(told.fen - taken.fen))::bigint as there,
            (payment.captured_at at time zone 'Asia/Shanghai')::date as day, payment.id as payment_id, payment.order_id
       from payment.payment join payment.leg on leg.payment_id = payment.id
      cross join lateral (select sum(twin.amount_fen) as fen from payment.leg twin join payment.payment paid on paid.id = twin.payment_id
                           where twin.supplier_order_id = leg.supplier_order_id and paid.state = 'captured') taken
      cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ledger.transfer_v
                           where source_kind = 'supplierOrder' and source_id = leg.supplier_order_id and code = 'payment.capture') told
      where payment.provider = $1 and payment.state = 'captured'
        and payment.id = any (select substr(subject, 9)::uuid from scope where subject like 'payment:%')
      group by payment.id
      union all
     select 'leg:' || leg.supplier_order_id, -coalesce(gone.fen, 0), -coalesce(told.fen, 0), gone.day, leg.payment_id, leg.order_id
       from (select distinct on (leg.supplier_order_id) leg.supplier_order_id, leg.payment_id, payment.order_id
               from payment.leg join payment.payment on payment.id = leg.payment_id
              where payment.provider = $1 and payment.state = 'captured'
                and leg.supplier_order_id = any (select substr(subject, 5)::uuid from scope where subject like 'leg:%')
              order by leg.supplier_order_id, leg.payment_id) leg
       left join lateral (select sum(amount_fen)::bigint as fen, max(ended_at at time zone 'Asia/Shanghai')::date as day
                            from payment.refund where supplier_order_id = leg.supplier_order_id and state = 'succeeded') gone on true
       left join lateral (select sum(case code when 'payment.refund' then amount_fen else -amount_fen end)::bigint as fen
                            from ledger.transfer_v where source_kind = 'supplierOrder' and source_id = leg.supplier_order_id
                             and code in ('payment.refund', 'payment.refundFailed')) told on true
   ), diff as materialized (
     select subject, found as kind, here, there, coalesce(day, first_day, ($2::date[])[1]) as day,
            coalesce(payment_id, (select id from payment.payment where provider_payment = payment_ref)) as payment_id, refund_id,
            coalesce(order_id, (select order_id from payment.payment where provider_payment = payment_ref)) as order_id
       from judged where found is not null
      union all
     select subject, 'ledgerMissing', here, there, coalesce(day, ($2::date[])[1]), payment_id, null, order_id
       from booked where here <> there
      union all
     -- It is a case as long as it is open, also where the bill has nothing of it yet, or both taking and giving back.
     select 'dispute:' || back.ref, 'missingHere', 0, -back.amount_fen, (back.opened_at at time zone 'Asia/Shanghai')::date,
            paid.id, null, paid.order_id
       from payment.chargeback back join payment.payment paid on paid.id = back.payment_id
      where back.provider = $1 and back.state = 'open'
        and not exists (select from judged where judged.subject = 'dispute:' || back.ref and judged.found is not null)
      union all
     select 'refund:' || refund.id, 'refundFailing', -refund.amount_fen, 0, (refund.requested_at at time zone 'Asia/Shanghai')::date,
            payment.id, refund.id, payment.order_id
       from payment.refund join payment.payment on payment.id = refund.payment_id
      where payment.provider = $1 and refund.state <> 'succeeded'
        and refund.attempt + (case when refund.state = 'failed' then 1 else 0 end) > ${FAILING_ATTEMPTS}
   ), opened as (
     insert into payment.difference (provider, subject, kind, here_fen, there_fen, business_date, payment_id, refund_id, order_id, opened_at)
     select $1, subject, kind, here, there, day, payment_id, refund_id, order_id, $3 from diff order by subject, kind
     ${OR_AGAIN}
   ), healed as (
     update payment.difference
        set state = 'closed', closed_at = $3, closed_how = 'healed', row_version = row_version + 1
      where provider = $1 and state <> 'closed'
        -- What was known before the bill of its day says nothing until that is read.
        and business_date <= (select max(bill_day.day) from payment.bill_day where provider = $1)
        and not exists (select from diff where diff.subject = difference.subject and diff.kind = difference.kind)
     returning id, state, here_fen, there_fen, 'heal' as event
   ), told as (
     select * from opened where event is not null union all select * from healed
   ), steps as (
     insert into payment.difference_step (difference_id, event, state, here_fen, there_fen, at)
     select id, event, state, here_fen, there_fen, $3 from told
   )
   select id, event from told order by id`,
);

/** Comparisons of one provider come one after the other. */
export const oneAtATime = statement(
  'payment.one_comparison_at_a_time',
  `select pg_advisory_xact_lock(hashtextextended('payment.compare:' || $1, 0))`,
);
