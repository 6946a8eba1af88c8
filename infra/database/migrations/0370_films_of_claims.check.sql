do $$
begin
  assert not exists (select from ordering.after_sale_claim_v where cardinality(photo_ids) <> cardinality(photo_types)),
    'of each photo it is said what it is';
end $$;
