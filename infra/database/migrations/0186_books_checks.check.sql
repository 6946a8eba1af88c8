do $$ begin
  assert has_table_privilege('xihuo_app', 'settlement.books_check', 'INSERT') and not has_table_privilege('xihuo_app', 'settlement.books_check', 'DELETE'),
    'a check is kept';
  assert not has_column_privilege('xihuo_app', 'settlement.books_check', 'asked_by', 'UPDATE'), 'who asked stands';
end $$;
