-- A statement's lines are read page by page, in the order they were bought.
create index line_statement on settlement.line (run_id, supplier_id, line_id);
drop index settlement.line_run;
