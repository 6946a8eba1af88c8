do $$
begin
  assert (select attnotnull from pg_attribute where attrelid = 'catalogue.lead'::regclass and attname = 'consent_version'),
    'what was agreed to is known of every lead';
  assert has_column_privilege('xihuo_app', 'catalogue.lead', 'contact_sealed', 'UPDATE'), 'a contact can be erased';
end $$;
