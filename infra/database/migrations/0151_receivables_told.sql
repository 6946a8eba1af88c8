-- Of which payment an organisation was reminded, and how often: step 0 before it is due, then one a week that it is late.
create table ordering.receivable_told (
  supplier_order_id uuid not null references ordering.receivable,
  step smallint not null check (step >= 0),
  told_at timestamptz not null,
  primary key (supplier_order_id, step)
);
create index receivable_due on ordering.receivable (due_on, supplier_order_id) where open_fen > 0;

grant select, insert on ordering.receivable_told to xihuo_app;
grant select on ordering.receivable_told to xihuo_auditor;
