do $$
begin
  assert (select count(*) from pg_indexes where schemaname = 'ordering' and indexname in ('promotion_take_person', 'promotion_take_phone')) = 2,
    'what a person has taken is found by account and by phone';
end $$;
