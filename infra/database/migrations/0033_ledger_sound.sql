-- Three mends of the ledger. Amounts have a top, so that no sum of an account ever leaves its column: a transfer cannot be taken
-- back, and one balance that cannot be summed would close the books for good. An id that is named twice in a call is compared
-- whole. And a checkpoint is taken below a watermark that was read first.

-- Why groups cannot be posted, looking at each transfer by itself. What stands already with the same content is no fault.
create or replace function ledger.faults(items ledger.transfer_input[]) returns table (group_id uuid, reason text)
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
              (item.first_named).amount_fen, (item.first_named).code, (item.first_named).group_id, (item.first_named).kind,
              (item.first_named).pending_id, (item.first_named).expires_on, (item.first_named).source_kind,
              (item.first_named).source_id, (item.first_named).rule_version, (item.first_named).business_date)
         is distinct from (item.debit_account, item.credit_account, item.amount_fen, item.code, item.group_id, item.kind,
              item.pending_id, item.expires_on, item.source_kind, item.source_id, item.rule_version, item.business_date)
           then 'existsWithOtherContent'
       when item.pending_id is not null and pending.id is null then 'pendingUnknown'
       when item.debit_account is null or item.credit_account is null then 'unbalanced'
       when item.amount_fen is null or item.amount_fen <= 0 then 'amountNotPositive'
       when item.amount_fen > 100000000000000 then 'amountTooLarge'
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

-- The watermark is read before the horizon of transactions: read after it, a posting that ended in between would lie outside
-- the checkpoint, though posted before the moment up to which the checkpoint answers.
-- Folds what was written since the last time: accounts with a long tail get a checkpoint. Answers how many did.
create or replace function ledger.fold(tail_of integer default 1000) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  since ledger.fold_mark;
  sure timestamptz;
  stable xid8;
  moment timestamptz;
  folded integer;
begin
  sure := ledger.watermark();
  stable := pg_snapshot_xmin(pg_current_snapshot());
  moment := clock_timestamp();
  select * into since from ledger.fold_mark for update;
  if since.below >= stable then
    return 0;
  end if;
  with touched as materialized (
    select debit_account as account_id from ledger.transfer
     where posted_at >= since.watermark_at and written_by >= since.below and written_by < stable
    union
    select credit_account from ledger.transfer
     where posted_at >= since.watermark_at and written_by >= since.below and written_by < stable
  ), folding as (
    insert into ledger.checkpoint (account_id, below, debits_fen, credits_fen, transfers, taken_at, watermark_at)
    select touched.account_id, stable, coalesce(last.debits_fen, 0) + tail.debits, coalesce(last.credits_fen, 0) + tail.credits,
           coalesce(last.transfers, 0) + tail.transfers, moment, sure
      from touched
      left join lateral (
        select * from ledger.checkpoint where account_id = touched.account_id order by below desc limit 1) last on true
     cross join lateral (
        select coalesce(sum(debit_fen), 0)::bigint as debits, coalesce(sum(credit_fen), 0)::bigint as credits, count(*) as transfers
          from ledger.booked_v
         where account_id = touched.account_id and written_by >= coalesce(last.below, '0') and written_by < stable) tail
     where tail.transfers >= tail_of
    returning 1
  ) select count(*) into folded from folding;
  update ledger.fold_mark set below = stable, watermark_at = sure;
  return folded;
end $$;

-- Gives back what was set aside and not posted in time: one transfer of its own each. Answers how many;
-- what somebody resolved meanwhile is refused and is none of them.
create or replace function ledger.expire_due(today date, at_most integer) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  due record;
  refused integer;
begin
  select array_agg(uuidv7()) as ids, array_agg(uuidv7()) as groups, array_agg(id) as pendings, array_agg(code) as codes,
         array_agg(source_kind) as source_kinds, array_agg(source_id) as source_ids, array_agg(rule_version) as rules, count(*)::integer as many
    into due
    from (select pending.* from ledger.transfer pending
           where kind = 'pending' and expires_on < today
             and not exists (select from ledger.transfer resolution where resolution.pending_id = pending.id)
           order by expires_on, id limit at_most) pending;
  if due.many = 0 then
    return 0;
  end if;
  select count(*) into refused from ledger.post(due.ids, array_fill(null::uuid, array[due.many]), array_fill(null::uuid, array[due.many]),
    array_fill(null::bigint, array[due.many]), due.codes, due.groups, array_fill('expirePending'::text, array[due.many]), due.pendings,
    array_fill(null::date, array[due.many]), due.source_kinds, due.source_ids, due.rules, array_fill(today, array[due.many]));
  return due.many - refused;
end $$;
