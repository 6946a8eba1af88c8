do $$
begin
  assert (select pg_get_constraintdef(oid) like '%refundFailing%' from pg_constraint
           where conrelid = 'payment.difference'::regclass and conname = 'difference_kind_check'), 'a refund that keeps failing is a case';
end $$;
