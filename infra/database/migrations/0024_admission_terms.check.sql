do $$
begin
  assert pg_get_viewdef('admission.supplier_standing_v'::regclass) like '%valid_until >= %', 'an admission is good on its last day';
  assert pg_get_viewdef('admission.listing_right_v'::regclass) like '%mandate%', 'a trader sells while its producer may';
end $$;
