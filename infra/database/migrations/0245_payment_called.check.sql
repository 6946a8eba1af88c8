do $$
begin
  assert has_column_privilege('xihuo_app', 'payment.payment', 'called_at', 'UPDATE'), 'a call is marked before it is made';
end $$;
