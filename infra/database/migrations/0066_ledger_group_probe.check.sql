do $$
begin
  assert position('other.leg = 1' in pg_get_functiondef('ledger.faults(ledger.transfer_input[])'::regprocedure)) > 0,
    'a group is found by its first leg';
  assert not has_function_privilege('xihuo_app', 'ledger.faults(ledger.transfer_input[])', 'EXECUTE'), 'the parts of post() are not open';
end $$;
