do $$
begin
  assert to_regclass('identity.factor_removal_open') is not null, 'a removal is asked for once at a time';
  assert has_table_privilege('xihuo_app', 'identity.totp_secret', 'delete'), 'a lost factor is taken off';
end $$;
