do $$
begin
  assert (select count(*) from information_schema.columns
           where table_schema = 'trace' and table_name = 'delivery' and column_name in ('contest_file_id', 'contested_by')) = 2,
    'an objection in a household''s name keeps its sheet and who wrote it down';
  assert exists (select from pg_constraint where conname = 'delivery_witness_sheet'), 'a witness has a sheet';
end $$;
