do $$
begin
  assert (select count(*) from pg_constraint where conrelid = 'identity.role_offer'::regclass
           and conname in ('offers_end_so', 'offers_are_decided_by_somebody_or_lapse')) = 2, 'offers that nobody decides on lapse';
  assert (select count(*) from pg_constraint where conrelid = 'identity.role_offer'::regclass
           and conname in ('role_offer_outcome_check', 'role_offer_check1')) = 0, 'the rules before are gone';
end $$;
