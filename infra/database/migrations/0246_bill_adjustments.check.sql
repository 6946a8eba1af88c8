do $$
begin
  assert pg_get_constraintdef((select oid from pg_constraint where conname = 'bill_line_kind_check')) like '%adjustment%', 'a chargeback is kept';
end $$;
