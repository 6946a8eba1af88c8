do $$
declare
  secret text;
begin
  foreach secret in array array['credential', 'phone_link', 'session', 'totp_secret', 'sms_code'] loop
    assert not has_table_privilege('xihuo_auditor', 'identity.' || secret, 'SELECT'), 'the auditor sees no secrets: ' || secret;
  end loop;
  assert not has_table_privilege('xihuo_app', 'identity.role_grant', 'DELETE'), 'a grant is ended, never deleted';
  assert has_table_privilege('xihuo_auditor', 'identity.role_grant', 'SELECT'), 'the auditor sees who may do what';
  assert (select count(*) = 8 from pg_class where relnamespace = 'identity'::regnamespace and relkind = 'r'), 'eight tables';
end $$;
