-- Linkage agreements that bind, as the context above that keeps them reports: what S04 rests on beside the application's own papers.
create table admission.reported_linkage (
  -- Of one version of one agreement.
  agreement_id uuid primary key,
  supplier_id uuid not null,
  household_id uuid not null,
  model text not null,
  binds_from date not null,
  -- The last day it binds; null while nobody has ended it.
  last_day date,
  reported_at timestamptz not null
);
create index reported_linkage_supplier on admission.reported_linkage (supplier_id);

grant select, insert, update on admission.reported_linkage to xihuo_app;
grant select on admission.reported_linkage to xihuo_auditor;
