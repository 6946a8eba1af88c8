do $$
begin
  assert exists (select from pg_constraint where conrelid = 'payment.inbox'::regclass and contype = 'u'), 'one inbox row a provider event';
end $$;
