-- Double entry as TigerBeetle does it: a transfer debits one account and credits another, and is never changed.
-- Everything is posted by ledger.post(); nobody else may insert.

create table ledger.account (
  id uuid primary key default uuidv7(),
  -- What the account is for, and whose it is: unique together, so that the same account is never opened twice.
  code text not null check (code in ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt',
    'obligationControl', 'householdPayable', 'refundReceivable', 'platformSubsidy')),
  owner_id uuid,
  -- Constrained accounts keep one balance row that may not go below zero on their normal side; the others have no row that
  -- every posting would have to touch.
  constrained boolean not null,
  normal_side text not null check (normal_side in ('debit', 'credit')),
  unique nulls not distinct (code, owner_id)
);

create table ledger.balance (
  account_id uuid primary key references ledger.account,
  debits_posted_fen bigint not null default 0 check (debits_posted_fen >= 0),
  credits_posted_fen bigint not null default 0 check (credits_posted_fen >= 0),
  debits_pending_fen bigint not null default 0 check (debits_pending_fen >= 0),
  credits_pending_fen bigint not null default 0 check (credits_pending_fen >= 0),
  normal_side text not null check (normal_side in ('debit', 'credit')),
  constraint within_limit check (
    case normal_side
      when 'credit' then debits_posted_fen + debits_pending_fen <= credits_posted_fen
      else credits_posted_fen + credits_pending_fen <= debits_posted_fen
    end)
);

create table ledger.transfer (
  id uuid primary key,
  debit_account uuid not null references ledger.account,
  credit_account uuid not null references ledger.account,
  amount_fen bigint not null check (amount_fen > 0),
  code text not null,
  group_id uuid not null,
  -- A pending transfer is resolved by one row that names it: posted, voided or expired.
  kind text not null default 'posted' check (kind in ('posted', 'pending', 'postPending', 'voidPending', 'expirePending')),
  pending_id uuid unique references ledger.transfer,
  source_kind text not null,
  source_id uuid not null,
  rule_version text not null,
  business_date date not null,
  posted_at timestamptz not null default transaction_timestamp(),
  -- The transaction that wrote it: what is older than the oldest running transaction will not change any more.
  written_by xid8 not null default pg_current_xact_id(),
  check (debit_account <> credit_account),
  check ((pending_id is null) = (kind in ('posted', 'pending')))
);
create index transfer_debit on ledger.transfer (debit_account, id);
create index transfer_credit on ledger.transfer (credit_account, id);
create index transfer_group on ledger.transfer (group_id);
create index transfer_source on ledger.transfer (source_kind, source_id);

-- The folded sum of an unconstrained account up to a transaction; its balance is this plus the tail.
create table ledger.checkpoint (
  account_id uuid not null references ledger.account,
  below xid8 not null,
  debits_fen numeric not null,
  credits_fen numeric not null,
  taken_at timestamptz not null default transaction_timestamp(),
  primary key (account_id, below)
);

create table ledger.closed_period (
  closed_through date primary key,
  closed_at timestamptz not null default transaction_timestamp(),
  closed_by text not null
);

-- Opens accounts that are not there yet; the same (code, owner) is the same account.
create function ledger.open_accounts(codes text[], owners uuid[], are_constrained boolean[], sides text[]) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.account (code, owner_id, constrained, normal_side)
  select distinct wanted.code, wanted.owner_id, wanted.constrained, wanted.normal_side
    from unnest(codes, owners, are_constrained, sides) as wanted (code, owner_id, constrained, normal_side)
  on conflict (code, owner_id) do nothing;
  insert into ledger.balance (account_id, normal_side)
  select account.id, account.normal_side
    from unnest(codes, owners) as wanted (code, owner_id)
    join ledger.account on account.code = wanted.code and account.owner_id is not distinct from wanted.owner_id
   where account.constrained
  on conflict (account_id) do nothing;
end $$;

create type ledger.transfer_input as (
  position bigint, id uuid, debit_account uuid, credit_account uuid, amount_fen bigint, code text, group_id uuid,
  source_kind text, source_id uuid, rule_version text, business_date date
);

-- Why groups cannot be posted, looking at each transfer by itself.
create function ledger.faults(items ledger.transfer_input[]) returns table (group_id uuid, reason text)
language sql stable set search_path = ledger, pg_temp as $$
  select item.group_id, min(fault.reason)
    from unnest(items) item
    left join ledger.transfer known on known.id = item.id
    left join ledger.account debit on debit.id = item.debit_account
    left join ledger.account credit on credit.id = item.credit_account
   cross join lateral (
     select case
       when item.amount_fen is null or item.amount_fen <= 0 then 'amountNotPositive'
       when item.debit_account = item.credit_account then 'sameAccount'
       when debit.id is null or credit.id is null then 'accountUnknown'
       when item.business_date <= (select max(closed_through) from ledger.closed_period) then 'periodClosed'
       when known.id is not null and (known.debit_account, known.credit_account, known.amount_fen, known.code,
            known.group_id, known.source_kind, known.source_id)
         is distinct from (item.debit_account, item.credit_account, item.amount_fen, item.code, item.group_id,
            item.source_kind, item.source_id) then 'existsWithOtherContent'
     end as reason) fault
   where fault.reason is not null
   group by item.group_id
$$;

-- The first group in order of arrival that would take a constrained account below its limit. Only the first: what it would
-- have moved is there for the groups behind it, so they are judged again without it.
create function ledger.overdrawing(items ledger.transfer_input[]) returns uuid
language sql stable set search_path = ledger, pg_temp as $$
  with movement as (
    select item.group_id, min(item.position) over (partition by item.group_id) as arrival, side.account_id, side.change
      from unnest(items) item
     cross join lateral (values (item.debit_account, -item.amount_fen), (item.credit_account, item.amount_fen))
        as side (account_id, change)
  ), running as (
    select change.account_id, change.arrival, change.group_id,
           case balance.normal_side
             when 'credit' then credits_posted_fen - debits_posted_fen - debits_pending_fen
             else debits_posted_fen - credits_posted_fen - credits_pending_fen end
           + sum(case balance.normal_side when 'credit' then change.net else -change.net end)
               over (partition by change.account_id order by change.arrival) as balance_after
      from (select account_id, group_id, arrival, sum(change) as net from movement group by 1, 2, 3) change
      join ledger.balance using (account_id)
  )
  select group_id from running where balance_after < 0 order by arrival limit 1
$$;

-- The only writer. Arrays of equal length, one element a transfer; a group posts whole or not at all. Answers one row per
-- group that was refused, with the reason; the other groups are posted. The same id with the same content is the same
-- transfer and posts nothing; with other content its group is refused.
create function ledger.post(
  ids uuid[], debits uuid[], credits uuid[], amounts bigint[], codes text[], groups uuid[],
  source_kinds text[], source_ids uuid[], rule_versions text[], business_dates date[]
) returns table (group_id uuid, reason text)
language plpgsql security definer set search_path = ledger, pg_temp as $$
#variable_conflict use_column
declare
  items ledger.transfer_input[];
  refused uuid[];
  reasons text[];
  overdrawing uuid;
  written bigint;
begin
  if cardinality(ids) > 10000 then
    raise exception 'at most 10000 transfers a call' using errcode = 'XL001';
  end if;
  select array_agg((position, item.id, debit, credit, amount, code, item.grp, kind, source, rule, day)::ledger.transfer_input)
    into items
    from unnest(ids, debits, credits, amounts, codes, groups, source_kinds, source_ids, rule_versions, business_dates)
      with ordinality as item (id, debit, credit, amount, code, grp, kind, source, rule, day, position);
  if items is null then
    return;
  end if;

  select coalesce(array_agg(fault.group_id), '{}'), coalesce(array_agg(fault.reason), '{}')
    into refused, reasons from ledger.faults(items) fault;
  -- What is refused goes; what stands already is a retry and goes too.
  select array_agg(item) into items from unnest(items) item
    where item.group_id <> all (refused) and not exists (select from ledger.transfer known where known.id = item.id);

  perform 1 from ledger.balance
    where account_id in (select item.debit_account from unnest(items) item
                         union select item.credit_account from unnest(items) item)
    order by account_id for update;
  loop
    overdrawing := ledger.overdrawing(items);
    exit when overdrawing is null;
    refused := refused || overdrawing;
    reasons := reasons || 'exceedsBalance'::text;
    select array_agg(item) into items from unnest(items) item where item.group_id <> overdrawing;
  end loop;

  with entry as (
    insert into ledger.transfer (id, debit_account, credit_account, amount_fen, code, group_id, source_kind, source_id,
                                 rule_version, business_date)
    select item.id, item.debit_account, item.credit_account, item.amount_fen, item.code, item.group_id, item.source_kind,
           item.source_id, item.rule_version, item.business_date
      from unnest(items) item
    on conflict (id) do nothing
    returning id
  ) select count(*) into written from entry;
  if written < coalesce(cardinality(items), 0) then
    -- Somebody posted one of them since we looked: a second try finds it and knows it for the same, or for another.
    raise exception 'a transfer was posted meanwhile' using errcode = 'serialization_failure';
  end if;

  update ledger.balance
     set debits_posted_fen = debits_posted_fen + change.debits, credits_posted_fen = credits_posted_fen + change.credits
    from (
      select side.account_id, sum(side.debit)::bigint as debits, sum(side.credit)::bigint as credits
        from unnest(items) item
       cross join lateral (values (item.debit_account, item.amount_fen, 0), (item.credit_account, 0, item.amount_fen))
          as side (account_id, debit, credit)
       group by side.account_id
    ) change
   where balance.account_id = change.account_id;

  return query select * from unnest(refused, reasons);
end $$;

create view ledger.account_v as select * from ledger.account;
create view ledger.transfer_v as select * from ledger.transfer;
create view ledger.balance_v as
  select account_id, debits_posted_fen, credits_posted_fen,
         case normal_side when 'credit' then credits_posted_fen - debits_posted_fen
                          else debits_posted_fen - credits_posted_fen end as balance_fen
    from ledger.balance;

-- The application reads, and posts through the function alone.
grant select on all tables in schema ledger to xihuo_app, xihuo_auditor;
revoke execute on all functions in schema ledger from public;
grant execute on function ledger.post, ledger.open_accounts to xihuo_app;
