-- Who may sell. A supplier's right to act is read through supplier_standing_v in the very statement that acts, never learnt by event.

create table admission.standard (
  version text primary key,
  published_on date not null,
  effective_from date not null,
  criteria jsonb not null,
  source text not null
);

create table admission.application (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  kind text not null check (kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader')),
  county_code text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'countyRecommended', 'cityChecked',
    'provinceChecked', 'underReview', 'publicNotice', 'certified', 'correctionsRequested', 'rejected', 'withdrawn')),
  -- What was handed in, as plain facts: what a later re-run of the assessment reads.
  evidence jsonb not null,
  standard_version text not null references admission.standard,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  decision_reason text,
  row_version integer not null default 1
);
create index application_queue on admission.application (state, id);
create index application_county on admission.application (county_code, id);
create unique index application_open on admission.application (supplier_id)
  where state not in ('certified', 'rejected', 'withdrawn');

create table admission.finding (
  application_id uuid not null references admission.application,
  criterion text not null,
  result text not null check (result in ('pass', 'fail', 'notApplicable', 'notJudged')),
  check_version text not null,
  facts jsonb not null,
  judged_on date not null,
  primary key (application_id, criterion)
);

create table admission.certification (
  supplier_id uuid primary key,
  application_id uuid not null references admission.application,
  certified_on date not null,
  valid_until date not null check (valid_until > certified_on)
);

create table admission.measure (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  kind text not null check (kind in ('notice', 'warning', 'rectification', 'productDelisting', 'suspension', 'exit', 'reAdmissionBar')),
  product_id uuid,
  reason text not null,
  imposed_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index measure_open on admission.measure (supplier_id, kind) where ended_at is null;

create table admission.listing_approval (
  -- A supplier's product, by catalogue's id; what was approved is the dossier of that version.
  supplier_id uuid not null,
  product_id uuid not null,
  dossier_version integer not null,
  approved_at timestamptz not null,
  approved_by text not null,
  ended_at timestamptz,
  primary key (supplier_id, product_id)
);

-- The strictest open measure is the standing; nobody sells without a certification that is valid today.
-- Today stands in a sub-select, so that a statement over many rows asks the clock once.
create view admission.supplier_standing_v as
  select certification.supplier_id,
         certification.certified_on,
         certification.valid_until,
         coalesce(strictest.standing, 'certified') as standing,
         certification.valid_until > (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
           and coalesce(strictest.standing, 'certified') not in ('exited', 'suspended') as may_sell
    from admission.certification
    left join lateral (
      select case measure.kind when 'exit' then 'exited' when 'suspension' then 'suspended'
                               when 'rectification' then 'rectifying' else 'warned' end as standing
        from admission.measure
       where measure.supplier_id = certification.supplier_id and measure.ended_at is null
         and measure.kind in ('exit', 'suspension', 'rectification', 'warning')
       order by array_position(array['exit', 'suspension', 'rectification', 'warning'], measure.kind)
       limit 1
    ) strictest on true;

-- Whether one supplier's product may sell: supplier in standing, listing approved, product not delisted. A listing that has
-- ended keeps its row: its page stays readable.
create view admission.listing_right_v as
  select approval.supplier_id, approval.product_id,
         approval.ended_at is null
         and exists (select from admission.certification
                      where certification.supplier_id = approval.supplier_id
                        and certification.valid_until > (select (platform.business_now() at time zone 'Asia/Shanghai')::date))
         and not exists (select from admission.measure
                          where measure.supplier_id = approval.supplier_id and measure.ended_at is null
                            and (measure.kind in ('exit', 'suspension')
                                 or (measure.kind = 'productDelisting' and measure.product_id = approval.product_id)))
           as may_sell
    from admission.listing_approval approval;

create view admission.application_v as
  select id, supplier_id, kind, county_code, state, standard_version, submitted_at, decided_at, decision_reason
    from admission.application;

grant select, insert, update on all tables in schema admission to xihuo_app;
revoke update on admission.standard, admission.finding from xihuo_app;
grant select on all tables in schema admission to xihuo_auditor;
