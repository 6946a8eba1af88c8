-- Whether a group stands already is asked by its first leg, which has a unique index, and as a value. Asked as `exists` over all its
-- legs, the planner believed in a table of few large groups that any row would do, and read all of it: once for each transfer.

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
       when (select other.leg from ledger.transfer other where other.group_id = item.group_id and other.leg = 1) is not null
         then 'groupPosted'
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
