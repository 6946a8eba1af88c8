do $$
begin
  assert not exists (select from ordering.line_money_v where free_fen < 0), 'of no line more is spoken for than was paid';
  assert has_table_privilege('xihuo_app', 'ordering.after_sale_claim_v', 'SELECT'), 'a dispute reads the claim it takes over';
end $$;
