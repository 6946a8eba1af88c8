do $$
declare
  folding text := pg_get_functiondef('ledger.fold(integer)'::regprocedure);
begin
  assert position('ledger.watermark()' in folding) < position('pg_current_snapshot()' in folding), 'the watermark is read first';
  assert not has_function_privilege('xihuo_app', 'ledger.faults(ledger.transfer_input[])', 'EXECUTE'), 'the parts of post() are not open';
end $$;
