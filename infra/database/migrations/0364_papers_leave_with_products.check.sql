do $$ begin
  assert (select count(*) = 0 from admission.certificate_picture_v join admission.certificate using (id)
           where not exists (select from admission.listing_approval listing
                              where listing.ended_at is null and listing.supplier_id = certificate.supplier_id
                                and (certificate.product_id is null or listing.product_id = certificate.product_id))),
    'no paper is shown of who has nothing in the shop any more';
  assert has_table_privilege('xihuo_app', 'admission.certificate_picture_v', 'SELECT'), 'the shop reads what may be looked at';
end $$;
