-- Dividends: a declared amount shared out over land rents, the village collective and the households' shares; and a
-- cooperative's yearly distribution (农民专业合作社法 art. 44). The parts are the whole, to the fen.

-- The set-based twin of kernel's money.allocate: largest remainder, ties to the smaller id; a negative total is the mirror of
-- the positive one. Nothing to split by is an error (division by zero), as there.
create function benefit.allocate(total bigint, ids text[], weights bigint[]) returns table (id text, amount bigint)
language sql immutable parallel safe
as $$
  select quota.id,
         (sign(total) * (quota.share + case when row_number() over (order by quota.rest desc, quota.id collate "C")
            <= abs(total) - sum(quota.share) over () then 1 else 0 end))::bigint
    from (select part.id, div(abs(total)::numeric * part.weight, part.divisor) as share,
                 mod(abs(total)::numeric * part.weight, part.divisor) as rest
            from (select given.id, given.weight,
                         case when total = 0 then 1::numeric else sum(given.weight) over () end as divisor
                    from unnest(ids, weights) as given (id, weight)) part) quota
$$;

create table benefit.pool (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'declared', 'discarded')),
  row_version integer not null default 1,
  title text not null,
  year integer not null check (year between 2000 and 2100),
  declared_fen bigint not null check (declared_fen > 0),
  with_land_rent boolean not null,
  collective_id uuid,
  collective_bp integer check (collective_bp between 1 and 10000),
  land_rent_fen bigint not null default 0 check (land_rent_fen >= 0),
  collective_fen bigint not null default 0 check (collective_fen >= 0),
  dividend_fen bigint not null default 0 check (dividend_fen >= 0),
  payees integer not null default 0,
  paper_id uuid not null references benefit.paper,
  created_by uuid not null,
  created_at timestamptz not null,
  declared_by uuid,
  declared_at timestamptz,
  discard_reason text,
  check ((collective_id is null) = (collective_bp is null)),
  constraint pool_whole check (state <> 'declared' or land_rent_fen + collective_fen + dividend_fen = declared_fen)
);
create index pool_supplier on benefit.pool (supplier_id, id desc);

create table benefit.pool_part (
  pool_id uuid not null references benefit.pool,
  kind text not null check (kind in ('landRent', 'collectiveShare', 'dividend')),
  payee_id uuid not null,
  agreement_id uuid references benefit.agreement,
  weight bigint not null check (weight > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  constraint pool_part_once unique nulls not distinct (pool_id, kind, payee_id, agreement_id)
);

create table benefit.distribution (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'declared', 'discarded')),
  row_version integer not null default 1,
  year integer not null check (year between 2000 and 2100),
  surplus_fen bigint not null check (surplus_fen > 0),
  losses_fen bigint not null check (losses_fen >= 0),
  reserve_fen bigint not null check (reserve_fen >= 0),
  distributable_fen bigint not null generated always as (surplus_fen - losses_fen - reserve_fen) stored,
  by_volume_fen bigint not null check (by_volume_fen > 0),
  -- The least share by volume of its day, in basis points: of law, so dated.
  least_bp integer not null check (least_bp between 0 and 10000),
  members integer not null default 0,
  paper_id uuid not null references benefit.paper,
  created_by uuid not null,
  created_at timestamptz not null,
  declared_by uuid,
  declared_at timestamptz,
  discard_reason text,
  constraint lawful_share check (by_volume_fen::numeric * 10000 >= (surplus_fen - losses_fen - reserve_fen)::numeric * least_bp),
  constraint within_surplus check (by_volume_fen <= surplus_fen - losses_fen - reserve_fen)
);
create unique index distribution_year on benefit.distribution (supplier_id, year) where state = 'declared';
create index distribution_supplier on benefit.distribution (supplier_id, id desc);

create table benefit.distribution_part (
  distribution_id uuid not null references benefit.distribution,
  household_id uuid not null,
  volume_fen bigint not null check (volume_fen > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (distribution_id, household_id)
);

grant execute on function benefit.allocate to xihuo_app, xihuo_auditor;
grant select, insert on benefit.pool, benefit.pool_part, benefit.distribution, benefit.distribution_part to xihuo_app;
grant update (state, row_version, land_rent_fen, collective_fen, dividend_fen, payees, declared_by, declared_at, discard_reason)
  on benefit.pool to xihuo_app;
grant update (state, row_version, members, declared_by, declared_at, discard_reason) on benefit.distribution to xihuo_app;
grant select on benefit.pool, benefit.pool_part, benefit.distribution, benefit.distribution_part to xihuo_auditor;
