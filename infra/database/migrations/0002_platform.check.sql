do $$
begin
  assert platform.business_now() = transaction_timestamp(), 'business time starts at real time';
  assert not has_function_privilege('xihuo_app', 'platform.set_clock_offset(interval)', 'execute'), 'the application cannot move the clock';
  assert not has_table_privilege('xihuo_app', 'platform.business_clock', 'update'), 'nor its row';
  assert not has_table_privilege('xihuo_app', 'platform.audit_chain', 'insert, update, delete, truncate'), 'the chain is written by the sealer alone';
  assert not has_table_privilege('xihuo_app', 'platform.audit_content', 'update, delete, truncate'), 'audit contents are append-only';
  assert not has_table_privilege('xihuo_app', 'platform.audit_entry', 'update, delete, truncate'), 'audit entries are append-only';
  assert (select count(*) >= 4 from pg_inherits where inhparent = 'platform.outbox_event'::regclass), 'three months and a default';
  assert platform.uuid_floor('2026-11-23 00:00:00+00') = '01a205b3-d000-0000-0000-000000000000', 'the least id of an instant';
  assert platform.seal_audit(10) = 0, 'nothing to seal yet';
end $$;
