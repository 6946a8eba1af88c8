do $$
begin
  assert not exists (select from ordering.business_account account
                      where not exists (select from ordering.business_terms terms where terms.organisation_id = account.organisation_id)),
    'every account says where its terms come from';
  assert not has_table_privilege('xihuo_app', 'ordering.business_terms', 'update'), 'what was given is never written over';
end $$;
