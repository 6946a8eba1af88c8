do $$
begin
  assert exists (select from pg_views where schemaname = 'catalogue' and viewname = 'offer_v'), 'the right to sell is read through offer_v';
end $$;
