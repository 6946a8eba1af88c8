do $$
begin
  assert exists (select from pg_constraint where conname = 'never_overfunded'), 'a debt is never paid twice';
  assert not has_table_privilege('xihuo_app', 'benefit.share', 'UPDATE'), 'shares are never edited';
end $$;
