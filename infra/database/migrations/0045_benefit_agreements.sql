-- Linkage agreements as versioned contracts: drawn up, offered, signed by both sides or before a witness, in force, over.

do $$
declare
  known record;
begin
  -- Who overlaps whom is asked anew below: drafts bind nobody, and several agreements on one product go by priority.
  for known in select conname from pg_constraint where conrelid = 'benefit.agreement'::regclass and contype in ('x', 'u') loop
    execute format('alter table benefit.agreement drop constraint %I', known.conname);
  end loop;
end $$;

alter table benefit.agreement
  -- The first version; null on the first itself.
  add first_id uuid references benefit.agreement,
  add state text not null default 'inForce'
    check (state in ('draft', 'offered', 'signed', 'inForce', 'ended', 'superseded', 'declined', 'withdrawn')),
  add row_version integer not null default 1,
  add priority smallint not null default 1 check (priority between 1 and 9),
  add cap_grams_per_year bigint check (cap_grams_per_year > 0),
  add cap_grams_per_lot bigint check (cap_grams_per_lot > 0),
  add rebate_bp integer not null default 0 check (rebate_bp between 0 and 5000),
  add piece_rate_fen bigint check (piece_rate_fen > 0),
  add piece_name text,
  add land_mu_hundredths integer check (land_mu_hundredths > 0),
  add rent_fen_per_mu bigint check (rent_fen_per_mu > 0),
  -- What was signed: the page in both languages as it was shown, and its hash.
  add words jsonb,
  add words_hash text check (words_hash ~ '^[0-9a-f]{64}$'),
  add drawn_by uuid,
  add drawn_at timestamptz,
  add offered_by uuid,
  add offered_at timestamptz,
  add signed_at timestamptz,
  add signed_way text check (signed_way in ('session', 'code', 'witness', 'paper')),
  add signed_by uuid,
  add witness_name text,
  add witness_role text check (witness_role in ('villageOfficer', 'countyOfficer', 'neighbour', 'other')),
  add witness_paper_id uuid,
  add witnessed_on date,
  add supersedes uuid references benefit.agreement,
  add end_reason text,
  add ended_by text check (ended_by in ('supplier', 'household')),
  add decline_reason text,
  add withdraw_reason text;
update benefit.agreement set signed_at = effective_from::timestamp at time zone 'Asia/Shanghai', signed_way = 'paper';
alter table benefit.agreement
  alter state set default 'draft',
  -- Shared by all versions of one agreement; and what people call it when they talk about it.
  add series_id uuid not null generated always as (coalesce(first_id, id)) stored,
  add number text not null generated always as ('LJ-' || upper(right(coalesce(first_id, id)::text, 8)) || '-' || version) stored,
  -- Days it binds. A term that ends before it begins binds none: signed, and given up before its first day.
  add bound daterange generated always as (
    case when effective_to < effective_from then 'empty'::daterange else daterange(effective_from, effective_to, '[]') end) stored,
  add constraint signed_whole check (state not in ('signed', 'inForce', 'ended', 'superseded') or (signed_at is not null and signed_way is not null)),
  add constraint offered_words check (state <> 'offered' or (words is not null and words_hash is not null and offered_at is not null)),
  add constraint witness_whole check (signed_way is distinct from 'witness' or (witness_name is not null and witness_paper_id is not null)),
  -- Two versions never bind one day: a delivery has one price, a day of work one wage.
  add constraint agreement_overlap exclude using gist (supplier_id with =, household_id with =, kind with =,
    (coalesce(product_id, household_id)) with =, (priority::integer) with =, bound with &&)
    where (state in ('signed', 'inForce', 'ended', 'superseded'));
create unique index agreement_edition on benefit.agreement (series_id, version);
create unique index agreement_first on benefit.agreement (supplier_id, household_id, kind, product_id, priority) nulls not distinct
  where signed_way = 'paper' and version = 1;
-- One next version at a time.
create unique index agreement_next on benefit.agreement (series_id) where state in ('draft', 'offered');
create index agreement_supplier on benefit.agreement (supplier_id, id desc);
create index agreement_turning on benefit.agreement (effective_from) where state = 'signed';
create index agreement_ending on benefit.agreement (effective_to) where state = 'inForce' and effective_to is not null;

create table benefit.signing_code (
  agreement_id uuid primary key references benefit.agreement,
  -- The page it signs: another page wants another code.
  words_hash text not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  tries smallint not null default 0 check (tries between 0 and 5),
  used_at timestamptz
);

-- Which grams of a delivery are bought under which agreement; what the caps of a year and of a lot are counted from.
create table benefit.coverage (
  delivery_id uuid not null,
  agreement_id uuid not null references benefit.agreement,
  lot_id uuid not null,
  household_id uuid not null,
  grams bigint not null check (grams > 0),
  delivered_on date not null,
  -- False once a corrected delivery stands in its place.
  counts boolean not null default true,
  primary key (delivery_id, agreement_id)
);
create index coverage_agreement on benefit.coverage (agreement_id, delivered_on) where counts;
create index coverage_lot on benefit.coverage (lot_id) where counts;
insert into benefit.coverage (delivery_id, agreement_id, lot_id, household_id, grams, delivered_on)
  select source_id, agreement_id, lot_id, household_id, quantity, earned_on from benefit.obligation where kind = 'floorPrice';

-- Confirmed deliveries that no agreement covers whole: nothing of them is owed until one does.
create table benefit.held_delivery (
  delivery_id uuid primary key,
  supplier_id uuid not null,
  household_id uuid not null,
  product_id uuid not null,
  lot_id uuid not null,
  grams bigint not null,
  delivered_on date not null,
  why text not null check (why in ('AGREEMENT_NOT_IN_FORCE', 'AGREEMENT_VOLUME_EXCEEDED')),
  held_at timestamptz not null,
  released_at timestamptz
);
create index held_delivery_open on benefit.held_delivery (supplier_id, household_id, product_id) where released_at is null;

create table benefit.paper (
  file_id uuid primary key,
  supplier_id uuid not null,
  -- The household it is about may read it too.
  household_id uuid,
  sha256 bytea not null check (length(sha256) = 32),
  pages integer not null check (pages > 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index paper_supplier on benefit.paper (supplier_id, uploaded_at);

drop view benefit.agreement_v;
create view benefit.agreement_v as select * from benefit.agreement;

grant select, insert on benefit.signing_code, benefit.coverage, benefit.held_delivery, benefit.paper to xihuo_app;
grant update on benefit.signing_code to xihuo_app;
grant update (counts) on benefit.coverage to xihuo_app;
grant update (released_at) on benefit.held_delivery to xihuo_app;
grant select on benefit.agreement_v to xihuo_app;
grant select on benefit.agreement_v, benefit.coverage, benefit.held_delivery, benefit.paper to xihuo_auditor;
revoke select on benefit.signing_code from xihuo_auditor;
