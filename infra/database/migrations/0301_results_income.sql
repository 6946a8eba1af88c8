-- What households earned and were paid, kept by month, household and kind, and counted anew for whoever something changed for.

create table insight.income_month (
  month date not null check (extract(day from month) = 1),
  household_id uuid not null,
  kind text not null,
  county_code text not null,
  due_fen bigint not null,
  paid_fen bigint not null,
  -- Of what is paid: within the term of the setting, counted from the day it was earned.
  in_time_fen bigint not null,
  primary key (month, household_id, kind),
  constraint in_time_is_part_of_paid check (in_time_fen between 0 and paid_fen)
);

create table insight.income_stale (household_id uuid not null, month date not null);

-- What a supplier paid outside of the platform and the household confirmed, obligation by obligation.
create view benefit.outside_paid_v as
  select part.obligation_id, part.amount_fen, payment.paid_on
    from benefit.outside_part part join benefit.outside_payment payment on payment.id = part.payment_id
   where payment.state = 'confirmed';

create function insight.mark_new_dues() returns trigger language plpgsql as $$
begin
  insert into insight.income_stale (household_id, month)
  select distinct household_id, date_trunc('month', earned_on)::date from new_rows where household_id is not null;
  return null;
end $$;

-- Funding alone changes nothing here: what counts is that the bank paid.
create function insight.mark_changed_dues() returns trigger language plpgsql as $$
begin
  insert into insight.income_stale (household_id, month)
  select distinct new_rows.household_id, date_trunc('month', new_rows.earned_on)::date
    from new_rows join old_rows using (id)
   where new_rows.household_id is not null
     and (new_rows.amount_fen, new_rows.carried_fen, new_rows.reversed_fen, new_rows.outside_fen)
         <> (old_rows.amount_fen, old_rows.carried_fen, old_rows.reversed_fen, old_rows.outside_fen);
  return null;
end $$;

create function insight.mark_paid_dues() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows join old_rows using (id) where (new_rows.state = 'paid') <> (old_rows.state = 'paid')) then
    insert into insight.income_stale (household_id, month)
    select distinct obligation.household_id, date_trunc('month', obligation.earned_on)::date
      from new_rows join old_rows using (id)
      join settlement.payout_due due on due.item_id = new_rows.id
      join benefit.obligation on obligation.household_id = due.payee_id
      join benefit.share on share.obligation_id = obligation.id and share.run_id = due.run_id
     where (new_rows.state = 'paid') <> (old_rows.state = 'paid');
  end if;
  return null;
end $$;

create function insight.mark_moved_households() returns trigger language plpgsql as $$
begin
  insert into insight.income_stale (household_id, month)
  select kept.household_id, kept.month from insight.income_month kept
    join new_rows on new_rows.id = kept.household_id join old_rows on old_rows.id = new_rows.id
   where new_rows.county_code <> old_rows.county_code group by 1, 2;
  return null;
end $$;

create trigger results_new after insert on benefit.obligation
  referencing new table as new_rows for each statement execute function insight.mark_new_dues();
create trigger results_changed after update on benefit.obligation
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_changed_dues();
create trigger results_changed after update on settlement.payout_item
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_paid_dues();
create trigger results_changed after update on registry.household
  referencing old table as old_rows new table as new_rows for each statement execute function insight.mark_moved_households();

-- What was earned before.
insert into insight.income_stale (household_id, month)
select distinct household_id, date_trunc('month', earned_on)::date from benefit.obligation where household_id is not null;

grant select, insert, update, delete on insight.income_month, insight.income_stale to xihuo_app;
grant select on insight.income_month, insight.income_stale, benefit.outside_paid_v to xihuo_auditor;
grant select on benefit.outside_paid_v to xihuo_app;
