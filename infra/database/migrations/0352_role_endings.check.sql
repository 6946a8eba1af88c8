do $$
begin
  assert to_regclass('identity.role_ending_open') is not null, 'an end is proposed once at a time';
end $$;
