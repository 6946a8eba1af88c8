do $$
begin
  assert not has_table_privilege('xihuo_app', 'dispute.review', 'DELETE')
    and not has_column_privilege('xihuo_app', 'dispute.review', 'score', 'UPDATE')
    and not has_column_privilege('xihuo_app', 'dispute.review', 'words', 'UPDATE'), 'what a buyer said stays said';
end $$;
