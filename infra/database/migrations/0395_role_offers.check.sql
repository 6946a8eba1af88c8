do $$
begin
  assert not has_column_privilege('xihuo_auditor', 'identity.role_offer', 'phone_sealed', 'SELECT'), 'phones stay where they are';
  assert not has_column_privilege('xihuo_app', 'identity.role_offer', 'proposed_by', 'UPDATE'), 'who proposed it stands';
  assert (select count(*) from pg_constraint where conrelid = 'identity.role_offer'::regclass and conname = 'offers_by_two') = 1,
    'a role is given by two';
end $$;
