do $$ begin
  assert position('amount_fen > ' in pg_get_viewdef('settlement.waiting_v'::regclass)) > 0, 'what is owed back is no money to come';
  assert position('draft' in pg_get_viewdef('admission.renewal_v'::regclass)) > 0, 'a form that was begun renews nothing';
end $$;
