do $$
begin
  assert (select pg_get_constraintdef(oid) from pg_constraint where conname = 'recall_telling_pkey') = 'PRIMARY KEY (recall_id, what)',
    'a recall is told of, and its withdrawal';
  assert not has_column_privilege('xihuo_app', 'ordering.recall_telling', 'what', 'UPDATE'), 'what is told stays';
end $$;
