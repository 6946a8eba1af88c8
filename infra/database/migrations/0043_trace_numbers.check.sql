do $$
begin
  assert has_sequence_privilege('xihuo_app', 'trace.trade_item_item_number_seq', 'USAGE'), 'numbers of trade items are counted by the application';
end $$;
