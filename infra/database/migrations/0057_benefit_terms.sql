-- Rent for land by its days, whether or not a pool is declared; the floor of a price where prices are written down; what of a
-- delivery no agreement takes; and objections that a correction has overtaken.

-- Floor prices of agreements that both sides signed, as the context above that keeps them reports.
create table trace.agreed_floor (
  -- Of one version of one agreement.
  agreement_id uuid primary key,
  supplier_id uuid not null,
  household_id uuid not null,
  product_id uuid not null,
  floor_fen_per_kg bigint not null check (floor_fen_per_kg > 0),
  binds_from date not null,
  -- The last day it binds; null while nobody has ended it.
  last_day date,
  reported_at timestamptz not null
);
create index agreed_floor_pair on trace.agreed_floor (supplier_id, household_id, product_id);
insert into trace.agreed_floor
  select id, supplier_id, household_id, product_id, floor_price_fen_per_kg, effective_from, effective_to, now()
    from benefit.agreement where kind = 'contractPurchase' and state in ('signed', 'inForce', 'ended', 'superseded');

-- Days for which land was let, within one year, and what they are worth: no day is paid twice.
create table benefit.rent (
  id uuid primary key default uuidv7(),
  agreement_id uuid not null references benefit.agreement,
  let daterange not null check (not isempty(let)),
  amount_fen bigint not null check (amount_fen >= 0),
  -- The pool that it is paid out of, where one sets rents aside.
  pool_id uuid references benefit.pool,
  check (extract(year from lower(let)) = extract(year from upper(let) - 1)),
  constraint let_once exclude using gist (agreement_id with =, let with &&)
);
create index rent_pool on benefit.rent (pool_id) where pool_id is not null;
-- Pools paid the rent of a whole year to whoever let on the day of recording.
insert into benefit.rent (agreement_id, let, amount_fen, pool_id)
  select known.id, known.bound * daterange(make_date(pool.year, 1, 1), make_date(pool.year, 12, 31), '[]'),
         case when known.id = part.agreement_id then part.amount_fen else 0 end, pool.id
    from benefit.pool join benefit.pool_part part on part.pool_id = pool.id and part.kind = 'landRent'
    join benefit.agreement paid on paid.id = part.agreement_id
    join benefit.agreement known on known.series_id = paid.series_id and known.state in ('signed', 'inForce', 'ended', 'superseded')
   where pool.state = 'declared' and known.bound && daterange(make_date(pool.year, 1, 1), make_date(pool.year, 12, 31), '[]');
create index agreement_land on benefit.agreement (id) where land_mu_hundredths is not null;

do $$
declare
  known record;
begin
  for known in
    select conname from pg_constraint
     where conrelid = 'benefit.obligation'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ '\msource_kind\M'
  loop
    execute format('alter table benefit.obligation drop constraint %I', known.conname);
  end loop;
end $$;
alter table benefit.obligation
  add check (source_kind in ('delivery', 'work', 'sale', 'contest', 'pool', 'rent', 'distribution'));

alter table benefit.contest
  drop constraint contest_state_check,
  add constraint contest_state_check check (state in ('open', 'upheld', 'explained', 'escalated', 'closed', 'overtaken'));

grant select, insert, update on trace.agreed_floor to xihuo_app;
grant select, insert on benefit.rent to xihuo_app;
grant update (pool_id) on benefit.rent to xihuo_app;
grant update (grams, why) on benefit.held_delivery to xihuo_app;
grant select on trace.agreed_floor, benefit.rent to xihuo_auditor;
