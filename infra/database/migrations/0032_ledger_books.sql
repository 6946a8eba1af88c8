-- What is read from the ledger: balances now and then, statements, the trial balance, and closings.

-- A checkpoint is the sum of an account's transfers below a transaction, kept so that nobody sums them again. All transfers in it
-- were posted before taken_at; all that are not were posted after watermark_at. With them a balance of any moment that lies
-- before the watermark is one checkpoint and a short tail.
alter table ledger.checkpoint
  alter column debits_fen type bigint,
  alter column credits_fen type bigint,
  alter column taken_at drop default,
  add column transfers bigint not null default 0,
  add column watermark_at timestamptz not null default '-infinity';
create table ledger.fold_mark (
  one boolean primary key default true check (one),
  below xid8 not null,
  -- Whatever is not folded was posted after it.
  watermark_at timestamptz not null
);
insert into ledger.fold_mark (below, watermark_at) values ('0', '-infinity');

create view ledger.booked_v as
  select debit_account as account_id, id, written_by, posted_at, business_date,
         case when kind in ('posted', 'postPending') then amount_fen else 0 end as debit_fen, 0::bigint as credit_fen
    from ledger.transfer
  union all
  select credit_account, id, written_by, posted_at, business_date, 0,
         case when kind in ('posted', 'postPending') then amount_fen else 0 end
    from ledger.transfer;

-- Folds what was written since the last time: accounts with a long tail get a checkpoint. Answers how many did.
create function ledger.fold(tail_of integer default 1000) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  since ledger.fold_mark;
  stable xid8 := pg_snapshot_xmin(pg_current_snapshot());
  sure timestamptz := ledger.watermark();
  moment timestamptz := clock_timestamp();
  folded integer;
begin
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

-- The sums of an account as they stand now, whether it has a balance row or not.
create function ledger.balance_now(of_account uuid, out debits_fen bigint, out credits_fen bigint)
language sql stable set search_path = ledger, pg_temp as $$
  select coalesce(last.debits_fen, 0) + coalesce(sum(tail.debit_fen), 0)::bigint,
         coalesce(last.credits_fen, 0) + coalesce(sum(tail.credit_fen), 0)::bigint
    from (values (1)) one
    left join lateral (
      select below, debits_fen, credits_fen from ledger.checkpoint where account_id = of_account order by below desc limit 1) last on true
    left join ledger.booked_v tail on tail.account_id = of_account and tail.written_by >= coalesce(last.below, '0')
   group by last.debits_fen, last.credits_fen
$$;

-- The sums as they stood at a moment of database time. A moment that somebody may still post before is refused.
create function ledger.balance_at(of_account uuid, moment timestamptz, out debits_fen bigint, out credits_fen bigint)
language plpgsql stable set search_path = ledger, pg_temp as $$
begin
  if moment > ledger.watermark() then
    raise exception 'somebody may still post before that moment' using errcode = 'XL003';
  end if;
  select coalesce(last.debits_fen, 0) + coalesce(sum(tail.debit_fen), 0)::bigint,
         coalesce(last.credits_fen, 0) + coalesce(sum(tail.credit_fen), 0)::bigint
    into debits_fen, credits_fen
    from (values (1)) one
    left join lateral (
      select below, checkpoint.debits_fen, checkpoint.credits_fen from ledger.checkpoint
       where account_id = of_account and taken_at <= moment order by below desc limit 1) last on true
    left join lateral (
      select below from ledger.checkpoint where account_id = of_account and watermark_at > moment order by below limit 1) next on true
    left join ledger.booked_v tail on tail.account_id = of_account and tail.written_by >= coalesce(last.below, '0')
      and tail.written_by < coalesce(next.below, '18446744073709551615') and tail.posted_at <= moment
   group by last.debits_fen, last.credits_fen;
end $$;

-- One page of an account's transfers, newest first, each with the balance after it. The order is that in which transactions
-- began to write; one that began earlier and ends later may still come between, as on every statement of a day that is not over.
create function ledger.statement(of_account uuid, before_written xid8, before_id uuid, page_rows integer)
returns table (id uuid, written_by xid8, posted_at timestamptz, business_date date, code text, kind text, side text, amount_fen bigint,
               counter_account uuid, group_id uuid, source_kind text, source_id uuid, rule_version text, balance_fen bigint)
language plpgsql stable rows 50 set search_path = ledger, pg_temp as $$
#variable_conflict use_column
declare
  grows_on text := (select normal_side from ledger.account where account.id = of_account);
  page ledger.transfer[];
  last ledger.checkpoint;
  opened bigint;
begin
  select array_agg(both_sides::ledger.transfer order by both_sides.written_by desc, both_sides.id desc) into page from (
    (select transfer.* from ledger.transfer
      where debit_account = of_account and (transfer.written_by, transfer.id) < (before_written, before_id)
      order by transfer.written_by desc, transfer.id desc limit page_rows)
    union all
    (select transfer.* from ledger.transfer
      where credit_account = of_account and (transfer.written_by, transfer.id) < (before_written, before_id)
      order by transfer.written_by desc, transfer.id desc limit page_rows)
    order by written_by desc, id desc limit page_rows) both_sides;
  if page is null then
    return;
  end if;
  -- The balance after the newest of them: a checkpoint and what came after it.
  select * into last from ledger.checkpoint where account_id = of_account and checkpoint.below <= page[1].written_by
    order by checkpoint.below desc limit 1;
  select (coalesce(last.credits_fen, 0) + coalesce(sum(tail.credit_fen), 0) - coalesce(last.debits_fen, 0) - coalesce(sum(tail.debit_fen), 0))
         * case grows_on when 'credit' then 1 else -1 end
    into opened from ledger.booked_v tail
   where account_id = of_account and tail.written_by >= coalesce(last.below, '0') and tail.written_by <= page[1].written_by
     and (tail.written_by, tail.id) <= (page[1].written_by, page[1].id);
  return query
    select one.id, one.written_by, one.posted_at, one.business_date, one.code, one.kind, own.side, one.amount_fen, own.counter,
           one.group_id, one.source_kind, one.source_id, one.rule_version,
           (opened - coalesce(sum(own.change) over (order by one.written_by desc, one.id desc
                                rows between unbounded preceding and 1 preceding), 0))::bigint
      from unnest(page) one
     cross join lateral (select
       case when one.debit_account = of_account then 'debit' else 'credit' end as side,
       case when one.debit_account = of_account then one.credit_account else one.debit_account end as counter,
       case when one.kind not in ('posted', 'postPending') then 0
            when (one.debit_account = of_account) = (grows_on = 'debit') then one.amount_fen else -one.amount_fen end as change) own
     order by one.written_by desc, one.id desc;
end $$;

-- What every account held at the end of a closed day, so that later books need not begin at the beginning.
create table ledger.period_balance (
  closed_through date not null references ledger.closed_period deferrable initially deferred,
  account_id uuid not null references ledger.account,
  debits_fen bigint not null,
  credits_fen bigint not null,
  primary key (closed_through, account_id)
);
create trigger kept before update or delete or truncate on ledger.closed_period
  for each statement execute function ledger.keep();
create trigger kept before update or delete or truncate on ledger.period_balance
  for each statement execute function ledger.keep();

-- Every account's sums at the end of a business day. Debits and credits of all accounts together are equal.
create function ledger.trial_balance(through date) returns table (account_id uuid, debits_fen bigint, credits_fen bigint)
language sql stable set search_path = ledger, pg_temp as $$
  with closing as (select max(closed_through) as day from ledger.closed_period where closed_through <= through)
  select sums.account_id, sum(debits)::bigint, sum(credits)::bigint
    from (
      select period_balance.account_id, period_balance.debits_fen as debits, period_balance.credits_fen as credits
        from ledger.period_balance join closing on closed_through = closing.day
      union all
      select booked.account_id, sum(debit_fen), sum(credit_fen)
        from ledger.booked_v booked cross join closing
       where booked.business_date <= through and booked.business_date > coalesce(closing.day, '-infinity')
       group by booked.account_id) sums
   group by sums.account_id
$$;

-- Closes all days until one that is over: nothing is posted into them any more. Waits for whoever is posting.
create function ledger.close_period(through date, today date, who text) returns bigint
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  accounts bigint;
begin
  perform pg_advisory_xact_lock(7302, 0);
  if through >= today then
    raise exception 'only days that are over are closed' using errcode = 'XL004';
  end if;
  if through <= (select max(closed_through) from ledger.closed_period) then
    raise exception 'closed already' using errcode = 'XL005';
  end if;
  insert into ledger.period_balance select through, account_id, debits_fen, credits_fen from ledger.trial_balance(through);
  get diagnostics accounts = row_count;
  insert into ledger.closed_period (closed_through, closed_by) values (through, who);
  return accounts;
end $$;

-- Gives back what was set aside and not posted in time: one transfer of its own each. Answers how many.
create function ledger.expire_due(today date, at_most integer) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  due record;
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
  perform ledger.post(due.ids, array_fill(null::uuid, array[due.many]), array_fill(null::uuid, array[due.many]),
    array_fill(null::bigint, array[due.many]), due.codes, due.groups, array_fill('expirePending'::text, array[due.many]), due.pendings,
    array_fill(null::date, array[due.many]), due.source_kinds, due.source_ids, due.rules, array_fill(today, array[due.many]));
  return due.many;
end $$;

create view ledger.closed_period_v as select * from ledger.closed_period;
grant select on ledger.period_balance, ledger.fold_mark, ledger.booked_v, ledger.closed_period_v to xihuo_app, xihuo_auditor;
revoke execute on all functions in schema ledger from public;
grant execute on function ledger.fold, ledger.balance_now, ledger.balance_at, ledger.statement, ledger.trial_balance,
  ledger.close_period, ledger.expire_due to xihuo_app;
grant execute on function ledger.balance_now, ledger.balance_at, ledger.statement, ledger.trial_balance to xihuo_auditor;
