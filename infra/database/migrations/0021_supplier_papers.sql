-- Papers beside what a supplier says when it is heard, reports or appeals, its renewed certificates, and the reports of
-- laboratories about its goods. Statements, reports and appeals name them, and nobody else's.
create table admission.supplier_paper (
  file_id uuid primary key,
  supplier_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  pages integer not null check (pages > 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index supplier_paper_supplier on admission.supplier_paper (supplier_id);

grant select, insert on admission.supplier_paper to xihuo_app;
grant select on admission.supplier_paper to xihuo_auditor;
