do $$
begin
  assert (select condeferrable from pg_constraint where conname = 'licence_once') is not null, 'one licence of a scope at a time';
  assert exists (select from pg_trigger where tgname = 'funders_are_whole' and tgdeferrable), 'a discount is funded whole';
  assert not has_table_privilege('xihuo_app', 'catalogue.lead_step', 'update'), 'what became of a lead is not rewritten';
end $$;
