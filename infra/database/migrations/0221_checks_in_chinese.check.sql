do $$
begin
  assert has_column_privilege('xihuo_app', 'settlement.books_check', 'words_zh', 'UPDATE'), 'what was found is written';
end $$;
