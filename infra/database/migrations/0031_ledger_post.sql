-- The ledger's one writer: everything a transfer may do, judged for a whole call at once.

drop function ledger.post;
drop function ledger.overdrawing;
drop function ledger.faults;
drop type ledger.transfer_input;

create type ledger.transfer_input as (
  position bigint, id uuid, debit_account uuid, credit_account uuid, amount_fen bigint, code text, group_id uuid,
  kind text, pending_id uuid, expires_on date, source_kind text, source_id uuid, rule_version text, business_date date,
  -- Of the transfer that is resolved: what was set aside.
  pending_fen bigint
);

-- Why groups cannot be posted, looking at each transfer by itself. What stands already with the same content is no fault.
create function ledger.faults(items ledger.transfer_input[]) returns table (group_id uuid, reason text)
language sql stable set search_path = ledger, pg_temp as $$
  with closed as materialized (select max(closed_through) as day from ledger.closed_period),
  item as materialized (
    select item.*, count(*) over (partition by item.group_id) as size,
           row_number() over (partition by item.id order by item.position) as time_named,
           first_value(item) over (partition by item.id order by item.position) as first_named,
           row_number() over (partition by item.pending_id order by item.position) as time_resolved
      from unnest(items) item
  )
  select item.group_id, (array_agg(fault.reason order by item.position))[1]
    from item
   cross join closed
    left join ledger.transfer known on known.id = item.id
    left join ledger.account debit on debit.id = item.debit_account
    left join ledger.account credit on credit.id = item.credit_account
    left join ledger.transfer pending on pending.id = item.pending_id and pending.kind = 'pending'
   cross join lateral (
     select case
       when known.id is not null then
         case when (known.debit_account, known.credit_account, known.amount_fen, known.code, known.group_id, known.kind,
                    known.pending_id, known.expires_on, known.source_kind, known.source_id, known.rule_version, known.business_date)
              is distinct from (item.debit_account, item.credit_account, item.amount_fen, item.code, item.group_id, item.kind,
                    item.pending_id, item.expires_on, item.source_kind, item.source_id, item.rule_version, item.business_date)
           then 'existsWithOtherContent' end
       when item.time_named > 1 and ((item.first_named).debit_account, (item.first_named).credit_account,
              (item.first_named).amount_fen, (item.first_named).group_id, (item.first_named).kind, (item.first_named).pending_id,
              (item.first_named).source_id)
         is distinct from (item.debit_account, item.credit_account, item.amount_fen, item.group_id, item.kind, item.pending_id,
              item.source_id) then 'existsWithOtherContent'
       when item.pending_id is not null and pending.id is null then 'pendingUnknown'
       when item.debit_account is null or item.credit_account is null then 'unbalanced'
       when item.amount_fen is null or item.amount_fen <= 0 then 'amountNotPositive'
       when item.debit_account = item.credit_account then 'sameAccount'
       when debit.id is null or credit.id is null then 'accountUnknown'
       when item.size > 8192 then 'groupTooLarge'
       when item.kind is null or item.kind not in ('posted', 'pending', 'postPending', 'voidPending', 'expirePending')
         or (item.pending_id is null) <> (item.kind in ('posted', 'pending'))
         or (item.expires_on is not null and item.kind <> 'pending') then 'kindUnsound'
       when item.business_date is null or item.business_date <= closed.day then 'periodClosed'
       when exists (select from ledger.transfer other where other.group_id = item.group_id) then 'groupPosted'
       when pending.id is not null then case
         when item.time_resolved > 1 and item.time_named = 1
           or exists (select from ledger.transfer resolution where resolution.pending_id = item.pending_id) then 'pendingResolved'
         when (item.debit_account, item.credit_account) <> (pending.debit_account, pending.credit_account) then 'pendingElsewhere'
         when item.amount_fen > pending.amount_fen
           or (item.kind <> 'postPending' and item.amount_fen <> pending.amount_fen) then 'pendingExceeded'
         when item.kind = 'postPending' and pending.expires_on < item.business_date then 'pendingExpired'
         when item.kind = 'expirePending' and coalesce(pending.expires_on, 'infinity') >= item.business_date then 'notExpired'
       end
     end as reason) fault
   where fault.reason is not null
   group by item.group_id
$$;

-- What groups change on constrained accounts: room is what may still be taken, on the side the account grows on.
create function ledger.room_changes(items ledger.transfer_input[])
returns table (group_id uuid, arrival bigint, account_id uuid, room bigint, change numeric)
language sql stable set search_path = ledger, pg_temp as $$
  with movement as (
    select item.group_id, min(item.position) over (partition by item.group_id) as arrival, side.*, item.kind, item.amount_fen,
           item.pending_fen
      from unnest(items) item
     cross join lateral (values (item.debit_account, 'debit'), (item.credit_account, 'credit')) as side (account_id, side)
  )
  select movement.group_id, movement.arrival, movement.account_id,
         min(case balance.normal_side
           when 'credit' then credits_posted_fen - debits_posted_fen - debits_pending_fen
           else debits_posted_fen - credits_posted_fen - credits_pending_fen end),
         sum(case
           when movement.side = balance.normal_side then
             case when movement.kind in ('posted', 'postPending') then movement.amount_fen else 0 end
           else case movement.kind
             when 'postPending' then movement.pending_fen - movement.amount_fen
             when 'posted' then -movement.amount_fen
             when 'pending' then -movement.amount_fen
             else movement.pending_fen end
         end)
    from movement join ledger.balance using (account_id)
   group by movement.group_id, movement.arrival, movement.account_id
$$;

-- The groups that would take a constrained account below its limit, judged one after the other in order of arrival: what a
-- refused group would have moved is there for those behind it.
create function ledger.overdrawing(items ledger.transfer_input[]) returns uuid[]
language plpgsql stable set search_path = ledger, pg_temp as $$
declare
  step record;
  room bigint[];
  refused uuid[] := '{}';
  place integer;
  fits boolean;
begin
  -- Nearly always nobody overdraws: one look says so.
  perform from (
    select change.room + sum(change.change) over (partition by account_id order by arrival) as left_over
      from ledger.room_changes(items) change) running
    where left_over < 0;
  if not found then
    return refused;
  end if;
  for step in
    select numbered.group_id, array_agg(numbered.place) as places, array_agg(numbered.change) as changes,
           array_agg(numbered.room) as rooms
      from (select change.*, dense_rank() over (order by account_id)::integer as place
              from ledger.room_changes(items) change) numbered
     group by numbered.group_id, numbered.arrival
     order by numbered.arrival
  loop
    fits := true;
    for at in 1 .. cardinality(step.places) loop
      place := step.places[at];
      if room[place] is null then
        room[place] := step.rooms[at];
      end if;
      fits := fits and room[place] + step.changes[at] >= 0;
    end loop;
    if fits then
      for at in 1 .. cardinality(step.places) loop
        room[step.places[at]] := room[step.places[at]] + step.changes[at];
      end loop;
    else
      refused := refused || step.group_id;
    end if;
  end loop;
  return refused;
end $$;

-- The only writer. Arrays of equal length, one element a transfer; a group posts whole or not at all. Answers one row per
-- group that was refused, with the reason; the other groups are posted. The same id with the same content is the same
-- transfer and posts nothing; with other content its group is refused. A transfer that resolves another names it and may
-- leave its accounts out.
create function ledger.post(
  ids uuid[], debits uuid[], credits uuid[], amounts bigint[], codes text[], groups uuid[], kinds text[], pending_ids uuid[],
  expiries date[], source_kinds text[], source_ids uuid[], rule_versions text[], business_dates date[]
) returns table (group_id uuid, reason text)
language plpgsql security definer set search_path = ledger, pg_temp as $$
#variable_conflict use_column
declare
  items ledger.transfer_input[];
  refused uuid[];
  reasons text[];
  overdrawn uuid[];
  written bigint;
  moment timestamptz;
begin
  if cardinality(ids) > 10000 then
    raise exception 'at most 10000 transfers a call' using errcode = 'XL001';
  end if;
  if coalesce(cardinality(ids), 0) = 0 then
    return;
  end if;
  moment := ledger.begin_posting();
  select array_agg((position, item.id, coalesce(debit, pending.debit_account), coalesce(credit, pending.credit_account),
                    coalesce(amount, pending.amount_fen), item.code, item.grp, item.kind, item.pending, expiry, item.source_kind,
                    item.source, rule, day, pending.amount_fen)::ledger.transfer_input order by position)
    into items
    from unnest(ids, debits, credits, amounts, codes, groups, kinds, pending_ids, expiries, source_kinds, source_ids,
                rule_versions, business_dates)
      with ordinality as item (id, debit, credit, amount, code, grp, kind, pending, expiry, source_kind, source, rule, day, position)
    left join ledger.transfer pending on pending.id = item.pending;

  select coalesce(array_agg(fault.group_id), '{}'), coalesce(array_agg(fault.reason), '{}')
    into refused, reasons from ledger.faults(items) fault;
  -- What is refused goes; what stands already, or is named a second time, is a retry and goes too.
  select array_agg(item order by (item).position) into items
    from (select distinct on ((given).id) given from unnest(items) given order by (given).id, (given).position) once (item)
   where not exists (select from unnest(refused) gone where gone = (item).group_id)
     and not exists (select from ledger.transfer known where known.id = (item).id);

  perform 1 from ledger.balance
    where account_id in (select item.debit_account from unnest(items) item
                         union select item.credit_account from unnest(items) item)
    order by account_id for update;
  overdrawn := ledger.overdrawing(items);
  if cardinality(overdrawn) > 0 then
    refused := refused || overdrawn;
    reasons := reasons || array_fill('exceedsBalance'::text, array[cardinality(overdrawn)]);
    select array_agg(item order by item.position) into items
      from unnest(items) item where not exists (select from unnest(overdrawn) gone where gone = item.group_id);
  end if;

  with entry as (
    insert into ledger.transfer (id, debit_account, credit_account, amount_fen, code, group_id, leg, kind, pending_id, expires_on,
                                 source_kind, source_id, rule_version, business_date, posted_at)
    select item.id, item.debit_account, item.credit_account, item.amount_fen, item.code, item.group_id,
           row_number() over (partition by item.group_id order by item.position), item.kind, item.pending_id, item.expires_on,
           item.source_kind, item.source_id, item.rule_version, item.business_date, moment
      from unnest(items) item
    on conflict do nothing
    returning id
  ) select count(*) into written from entry;
  if written < coalesce(cardinality(items), 0) then
    -- Somebody posted one of them since we looked: a second try finds it and knows it for the same, or for another.
    raise exception 'a transfer was posted meanwhile' using errcode = 'serialization_failure';
  end if;

  update ledger.balance
     set debits_posted_fen = debits_posted_fen + change.debits, credits_posted_fen = credits_posted_fen + change.credits,
         debits_pending_fen = debits_pending_fen + change.debits_pending,
         credits_pending_fen = credits_pending_fen + change.credits_pending
    from (
      select side.account_id, sum(posted) filter (where side.side = 'debit') as debits, sum(posted) filter (where side.side = 'credit') as credits,
             sum(aside) filter (where side.side = 'debit') as debits_pending, sum(aside) filter (where side.side = 'credit') as credits_pending
        from unnest(items) item
       cross join lateral (values (item.debit_account, 'debit'), (item.credit_account, 'credit')) as side (account_id, side)
       cross join lateral (select
         case when item.kind in ('posted', 'postPending') then item.amount_fen else 0 end as posted,
         case item.kind when 'pending' then item.amount_fen when 'posted' then 0 else -item.pending_fen end as aside) moved
       group by side.account_id
    ) as sums
   cross join lateral (select coalesce(sums.debits, 0)::bigint as debits, coalesce(sums.credits, 0)::bigint as credits,
     coalesce(sums.debits_pending, 0)::bigint as debits_pending, coalesce(sums.credits_pending, 0)::bigint as credits_pending) change
   where balance.account_id = sums.account_id;

  return query select * from unnest(refused, reasons);
end $$;

drop view ledger.transfer_v;
create view ledger.transfer_v as select * from ledger.transfer;
drop view ledger.balance_v;
create view ledger.balance_v as
  select account_id, debits_posted_fen, credits_posted_fen,
         case normal_side when 'credit' then credits_posted_fen - debits_posted_fen
                          else debits_posted_fen - credits_posted_fen end as balance_fen,
         -- Set aside on the side that is taken from.
         case normal_side when 'credit' then debits_pending_fen else credits_pending_fen end as pending_fen
    from ledger.balance;
grant select on ledger.transfer_v, ledger.balance_v to xihuo_app, xihuo_auditor;

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.post, ledger.watermark, ledger.second_of to xihuo_app;
grant execute on function ledger.watermark, ledger.second_of to xihuo_auditor;
