do $$
begin
  assert not exists (select from pg_constraint where conname = 'owed_once' and not pg_get_constraintdef(oid) like '%part)'),
    'a source is owed once, part by part';
  assert exists (select from pg_constraint where conname = 'sale_once'), 'a run sells of a lot once';
  assert exists (select from pg_constraint where conname = 'never_more_owed_than_sold'), 'no more has its rebate than was sold';
  assert not has_table_privilege('xihuo_app', 'benefit.sale_part', 'DELETE')
     and not has_column_privilege('xihuo_app', 'benefit.sale_part', 'base_fen', 'UPDATE'), 'what a sale came from stays as it was';
  assert not exists (select from benefit.obligation where source_kind = 'delivery' and delivery_id is distinct from source_id),
    'what is owed for a delivery says for which';
end $$;
