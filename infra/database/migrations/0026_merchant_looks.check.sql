do $$
begin
  assert exists (select from information_schema.columns
                  where table_schema = 'admission' and table_name = 'merchant_wanted_v' and column_name = 'reported_at'), 'accounts are looked at again';
end $$;
