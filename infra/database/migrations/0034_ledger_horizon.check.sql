do $$
declare
  folding text := pg_get_functiondef('ledger.fold(integer)'::regprocedure);
begin
  assert position('ledger.watermark()' in folding) < position('pg_current_snapshot()' in folding), 'the watermark is read first';
  assert position('least(sure, min(posted_at))' in folding) > position('pg_current_snapshot()' in folding), 'what the horizon leaves out was posted later';
end $$;
