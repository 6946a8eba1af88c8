do $$
begin
  assert (select count(*) from information_schema.columns
           where table_schema = 'benefit' and column_name = 'contest_paper_id' and table_name in ('work_record', 'outside_payment')) = 2,
    'an objection in a household''s name keeps the sheet it signed';
  assert has_column_privilege('xihuo_app', 'benefit.outside_payment', 'contest_paper_id', 'UPDATE'), 'and it may be written';
  assert not has_column_privilege('xihuo_app', 'benefit.contest', 'paper_id', 'UPDATE'), 'what was shown stays';
end $$;
