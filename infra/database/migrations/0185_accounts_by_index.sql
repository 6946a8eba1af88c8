-- Accounts that are to be opened are found by the index on code and owner. Compared as "not distinct", which no index answers, every
-- household wanted was compared with every household there is.

create or replace function ledger.open_accounts(codes text[], owners uuid[], are_constrained boolean[], sides text[]) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into ledger.account (code, owner_id, constrained, normal_side)
  select distinct wanted.code, wanted.owner_id, wanted.constrained, wanted.normal_side
    from unnest(codes, owners, are_constrained, sides) as wanted (code, owner_id, constrained, normal_side)
  on conflict (code, owner_id) do nothing;
  insert into ledger.balance (account_id, normal_side)
  select account.id, account.normal_side
    from (select distinct * from unnest(codes, owners) as named (code, owner_id)) wanted
    join ledger.account on account.code = wanted.code and account.owner_id = wanted.owner_id
   where account.constrained
  union all
  select account.id, account.normal_side
    from (select distinct named.code from unnest(codes, owners) as named (code, owner_id) where named.owner_id is null) wanted
    join ledger.account on account.code = wanted.code and account.owner_id is null
   where account.constrained
  on conflict (account_id) do nothing;
end $$;
