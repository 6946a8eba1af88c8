do $$
begin
  assert exists (select from pg_constraint where conname = 'let_once' and contype = 'x'), 'no day of a piece of land is paid twice';
  assert not has_table_privilege('xihuo_app', 'benefit.rent', 'DELETE')
     and not has_column_privilege('xihuo_app', 'benefit.rent', 'amount_fen', 'UPDATE'), 'a rent that is owed stays as it is';
  assert (select count(*) = 1 from pg_constraint where conrelid = 'benefit.obligation'::regclass and contype = 'c'
           and pg_get_constraintdef(oid) ~ '\msource_kind\M'), 'what a debt may come from is said once';
end $$;
