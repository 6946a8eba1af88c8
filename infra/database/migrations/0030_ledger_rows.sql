-- Transfers that set amounts aside and resolve them, groups that take nothing later, and a watermark.

alter table ledger.transfer
  -- The last business day on which an amount that is set aside may still be posted.
  add column expires_on date,
  -- Place within the group. Unique with it, so that a group that was posted takes nothing more, not even at the same moment.
  add column leg integer,
  -- Locking an account's row for every transfer that names it would make clearing accounts hot: post() looks them up, and
  -- accounts are never deleted (see below).
  drop constraint transfer_debit_account_fkey,
  drop constraint transfer_credit_account_fkey,
  drop constraint transfer_pending_id_fkey;
update ledger.transfer set leg = place.leg
  from (select id, row_number() over (partition by group_id order by id) as leg from ledger.transfer) place
 where place.id = transfer.id;
alter table ledger.transfer
  alter column leg set not null,
  alter column posted_at drop default,
  add constraint transfer_leg unique (group_id, leg),
  add constraint transfer_expiry check (expires_on is null or kind = 'pending');
drop index ledger.transfer_group;
-- Along the order in which transactions were begun: what lies below the watermark does not change any more.
drop index ledger.transfer_debit, ledger.transfer_credit;
create index transfer_debit on ledger.transfer (debit_account, written_by, id);
create index transfer_credit on ledger.transfer (credit_account, written_by, id);
create index transfer_day on ledger.transfer using brin (business_date) with (autosummarize = on);
create index transfer_posted on ledger.transfer using brin (posted_at) with (autosummarize = on);
create index transfer_expiring on ledger.transfer (expires_on) where kind = 'pending' and expires_on is not null;

create function ledger.keep() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only ever added to' using errcode = 'XL002';
end $$;
-- Whoever owns the tables is held back as well; only somebody who drops this trigger first gets by, and that is seen.
create trigger kept before update or delete or truncate on ledger.transfer for each statement execute function ledger.keep();
create trigger kept before update or delete or truncate on ledger.account for each statement execute function ledger.keep();

-- Whoever posts holds this lock, shared, until its transaction ends; a closing takes it alone.
-- The second lock's number is the second in which the posting began: the smallest one held is the time watermark.
create function ledger.begin_posting() returns timestamptz
language plpgsql set search_path = ledger, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(7302, 0);
  perform pg_advisory_xact_lock_shared(7303, ledger.second_of(clock_timestamp()));
  return clock_timestamp();
end $$;

-- Seconds since 2023-11-14, so that they fit a lock's number until 2091.
create function ledger.second_of(at timestamptz) returns integer
language sql immutable return floor(extract(epoch from at))::bigint - 1700000000;

-- Everything posted before it is known: nobody who began earlier is still at work.
create function ledger.watermark() returns timestamptz
language sql volatile set search_path = ledger, pg_temp as $$
  -- The clock is read first: who takes the lock later posts later.
  with reading as materialized (select clock_timestamp() as now)
  select least(reading.now, to_timestamp((select min(objid::bigint) + 1700000000 from pg_locks
           where locktype = 'advisory' and classid = 7303 and objsubid = 2
             and database = (select oid from pg_database where datname = current_database()))))
    from reading
$$;
