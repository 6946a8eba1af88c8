-- 验票: that whoever received goods for an organisation has looked at the papers that came with them, and what was missing
-- (食品安全法 art. 53: whoever buys food to serve or to sell looks at the licence of whoever sells and at the certificates of the goods).
create table ordering.papers_check (
  supplier_order_id uuid primary key references ordering.supplier_order,
  missing text not null default '' check (char_length(missing) <= 500),
  checked_by uuid not null,
  checked_at timestamptz not null
);
grant select, insert on ordering.papers_check to xihuo_app;
grant select on ordering.papers_check to xihuo_auditor;
