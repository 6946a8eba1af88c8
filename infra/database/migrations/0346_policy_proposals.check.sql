do $$
begin
  assert (select indisunique from pg_index where indexrelid = 'registry.policy_proposal_open'::regclass), 'one proposal a setting and day';
  assert has_table_privilege('xihuo_app', 'registry.policy_proposal', 'insert') and not has_table_privilege('xihuo_app', 'registry.policy_proposal', 'delete'),
    'a proposal is never deleted';
end $$;
