-- The certificate of quarantine (动物检疫合格证明) of a lot of animal goods (动物防疫法 art. 51): an official vet issues it, the supplier
-- records it, and it goes with every delivery of the lot.
create table trace.lot_quarantine (
  id uuid primary key,
  lot_id uuid not null references trace.lot,
  number text not null,
  authority text not null,
  issued_on date not null,
  file_id uuid references trace.lot_paper,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (lot_id, number)
);

create function trace.quarantine_required(wanted text, on_day date) returns boolean
  language sql stable parallel safe
  return coalesce(registry.policy_on('trace.quarantineCategories', on_day) ? wanted, false);

create or replace view trace.lot_document_v as
  select lot_id, 'lotCertificate' as kind, number, issued_by as by_whom, issued_on as dated_on, file_id, id
    from trace.lot_certificate where state in ('valid', 'replaced')
   union all
  select lot_id, 'lotTest', report_number, laboratory, reported_on, file_id, id from trace.lot_test where passed
   union all
  select lot_id, 'quarantine', number, authority, issued_on, file_id, id from trace.lot_quarantine;

grant select, insert on trace.lot_quarantine to xihuo_app;
grant select on trace.lot_quarantine to xihuo_auditor;
grant execute on function trace.quarantine_required to xihuo_app, xihuo_auditor;
