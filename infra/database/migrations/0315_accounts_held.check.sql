do $$
begin
  assert to_regclass('settlement.payee_account_held') is not null, 'accounts still held are found';
end $$;
