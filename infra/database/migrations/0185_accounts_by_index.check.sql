do $$ begin
  assert position('not distinct' in pg_get_functiondef('ledger.open_accounts(text[],uuid[],boolean[],text[])'::regprocedure)) = 0,
    'accounts are found by their index';
end $$;
