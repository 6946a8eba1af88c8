-- A buyer may be paid back after the line was settled: what was sold is then found to be another thing, or a recall comes. The line's own
-- account is closed by then, so it stands beside it: the supplier owes it from its approval on.
create table ordering.late_refund (
  -- The approval that it follows from.
  source_id uuid primary key,
  line_id uuid not null references ordering.order_line,
  supplier_order_id uuid not null references ordering.supplier_order,
  amount_fen bigint not null check (amount_fen > 0),
  decided_at timestamptz not null
);
create index late_refund_line on ordering.late_refund (line_id);
create index late_refund_part on ordering.late_refund (supplier_order_id);

create view ordering.late_refund_v as select * from ordering.late_refund;

-- What may still go back of a line: also less what went back late.
create or replace view ordering.line_money_v as
  select line.id as line_id, line.order_id, line.supplier_order_id, line.amount_fen,
         (line.amount_fen - coalesce(progress.refund_fen, 0) - held.fen - claimed.fen - late.fen)::bigint as free_fen,
         held.open > 0 or claimed.escalated as held
    from ordering.order_line line
    left join ordering.line_progress progress on progress.line_id = line.id
   cross join lateral (
     select coalesce(sum(coalesce(hold.refund_fen, hold.held_fen)), 0) as fen, count(*) filter (where hold.closed_at is null) as open
       from ordering.line_hold hold where hold.line_id = line.id) held
   cross join lateral (
     select coalesce(sum(item.amount_fen), 0) as fen, coalesce(bool_or(claim.state = 'escalated'), false) as escalated
       from ordering.after_sale_line item join ordering.after_sale claim on claim.id = item.case_id
      where item.line_id = line.id and claim.state not in ('refunding', 'refunded', 'withdrawn', 'closed')) claimed
   cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ordering.late_refund where late_refund.line_id = line.id) late;

alter table ordering.credit_note
  drop constraint credit_note_source_kind_check,
  add constraint credit_note_source_kind_check check (source_kind in ('afterSale', 'award', 'lateRefund'));

grant select, insert on ordering.late_refund to xihuo_app;
grant select on ordering.late_refund_v to xihuo_app, xihuo_auditor;
grant select on ordering.late_refund to xihuo_auditor;
