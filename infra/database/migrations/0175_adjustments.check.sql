do $$
begin
  assert not has_table_privilege('xihuo_app', 'settlement.statement', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'settlement.statement', 'DELETE'), 'a statement is never opened again';
  assert not has_column_privilege('xihuo_app', 'settlement.adjustment', 'amount_fen', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'settlement.adjustment', 'DELETE'), 'what was proposed is approved as it was, or not at all';
  assert exists (select from pg_constraint where conname = 'four_eyes' and conrelid = 'settlement.adjustment'::regclass),
    'nobody approves what they proposed';
end $$;
