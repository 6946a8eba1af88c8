do $$
begin
  assert exists (select from pg_constraint where conrelid = 'ordering.carrier_inbox'::regclass and contype = 'u'), 'one row an event';
end $$;
