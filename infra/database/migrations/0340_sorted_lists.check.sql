do $$
begin
  assert (select count(*) = 3 from pg_index where indexrelid in (
    'admission.application_submitted'::regclass, 'settlement.statement_closing'::regclass, 'settlement.payout_item_amount'::regclass)
    and indisvalid), 'what a list is sorted by is found by an index';
end $$;
