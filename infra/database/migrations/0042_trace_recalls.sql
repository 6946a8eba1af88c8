-- Recalls, and what the page behind a code shows of tests.

create table trace.recall (
  id uuid primary key,
  supplier_id uuid not null,
  state text not null default 'open' check (state in ('open', 'completed', 'withdrawn')),
  row_version integer not null default 1,
  class smallint not null check (class between 1 and 3),
  reason text not null,
  notice text not null,
  opened_side text not null check (opened_side in ('supplier', 'platform')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  result text,
  packs_recovered integer check (packs_recovered >= 0),
  check ((state = 'open') = (closed_at is null) and (closed_at is null) = (result is null))
);
create index recall_supplier on trace.recall (supplier_id, id desc);

-- The lots that were named, and those made of them at that moment; after it nothing more is made of them.
create table trace.recall_lot (
  recall_id uuid not null references trace.recall,
  lot_id uuid not null references trace.lot,
  named boolean not null,
  primary key (recall_id, lot_id)
);
create index recall_lot_lot on trace.recall_lot (lot_id);

create view trace.recall_v as select * from trace.recall;
create view trace.recall_lot_v as select * from trace.recall_lot;
create view trace.lot_test_v as select id, lot_id, report_number, laboratory, reported_on, passed, items from trace.lot_test;
create view trace.lot_certificate_v as
  select id, lot_id, number, state, basis, issued_on, issued_by, covers_grams, mixed_from from trace.lot_certificate;
-- Results of spot checks by the code of the lot they were drawn from.
create view admission.lot_sample_v as
  select id, supplier_id, product_id, lot_code, laboratory, report_number, reported_on, state = 'passed' as passed, results
    from admission.spot_check_sample where state in ('passed', 'failed');

grant select, insert on trace.recall, trace.recall_lot to xihuo_app;
grant update (state, row_version, closed_by, closed_at, result, packs_recovered) on trace.recall to xihuo_app;
grant select on trace.recall_v, trace.recall_lot_v, trace.lot_test_v, trace.lot_certificate_v, admission.lot_sample_v to xihuo_app;
grant select on all tables in schema trace to xihuo_auditor;
revoke select on trace.delivery_code from xihuo_auditor;
