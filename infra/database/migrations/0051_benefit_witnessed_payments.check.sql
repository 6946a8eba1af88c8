do $$
begin
  assert exists (select from pg_constraint where conname = 'outside_witness_whole'), 'a witness has a name and a paper';
  assert not has_column_privilege('xihuo_app', 'benefit.outside_payment', 'amount_fen', 'UPDATE'), 'what was said to be paid stays said';
  assert not has_column_privilege('xihuo_app', 'benefit.contest', 'reason', 'UPDATE'), 'what a household said stays said';
  assert has_column_privilege('xihuo_app', 'benefit.contest', 'state', 'UPDATE'), 'how it stands may change';
end $$;
