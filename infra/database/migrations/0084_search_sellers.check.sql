do $$
begin
  assert (select count(*) from pg_trigger where tgname like 'search_%' and tgrelid = 'admission.listing_approval'::regclass) = 2,
    'a listing that opens or ends puts its product in doubt';
  assert not has_table_privilege('xihuo_app', 'admission.barred_supplier_v', 'UPDATE'), 'who is barred is only read';
end $$;
