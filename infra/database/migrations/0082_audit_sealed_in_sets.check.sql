do $$
declare
  before bigint := (select position from platform.audit_head);
begin
  assert platform.seal_audit(10) = 0, 'nothing to seal yet';
  assert (select position from platform.audit_head) = before, 'nothing was sealed';
end $$;
