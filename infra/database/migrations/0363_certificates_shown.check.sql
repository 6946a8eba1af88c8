do $$ begin
  assert (select count(*) = 0 from admission.certificate_picture_v join admission.certificate using (id)
           where kind in ('businessLicence', 'mandate', 'testReport')), 'what names people is not shown as a picture';
  assert has_table_privilege('xihuo_app', 'admission.certificate_picture_v', 'SELECT'), 'the shop reads what may be looked at';
end $$;
