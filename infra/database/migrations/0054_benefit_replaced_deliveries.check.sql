do $$
begin
  assert exists (select from pg_constraint where conname = 'replaced_delivery_by_id_key'), 'one delivery stands in the place of one';
  assert not has_table_privilege('xihuo_app', 'benefit.replaced_delivery', 'UPDATE, DELETE'), 'what was corrected stays corrected';
end $$;
