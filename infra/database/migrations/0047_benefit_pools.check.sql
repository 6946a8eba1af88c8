do $$
begin
  assert (select array_agg(amount order by id) from benefit.allocate(100, array['a', 'b', 'c'], array[1, 1, 1])) = array[34, 33, 33]::bigint[],
    'the odd fen goes to the smaller id';
  assert (select array_agg(amount order by id) from benefit.allocate(-100, array['a', 'b', 'c'], array[1, 1, 1])) = array[-34, -33, -33]::bigint[],
    'a negative total is the mirror';
  assert exists (select from pg_constraint where conname = 'lawful_share'), 'six tenths by volume, or nothing';
  assert not has_column_privilege('xihuo_app', 'benefit.pool', 'declared_fen', 'UPDATE'), 'what a meeting declared is not written over';
  assert not has_table_privilege('xihuo_app', 'benefit.pool_part', 'UPDATE, DELETE'), 'parts are never edited';
end $$;
