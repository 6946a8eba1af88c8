-- Whoever bought reads what became of the money of an order, also what went back after it was settled: then the second rebates that
-- went back with it are found by the line.
create view settlement.adjustment_v as
  select id, kind, supplier_id, line_id, amount_fen, state from settlement.adjustment;

grant select on settlement.adjustment_v to xihuo_app, xihuo_auditor;
