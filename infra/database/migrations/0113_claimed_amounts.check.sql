do $$
begin
  assert exists (select from pg_constraint where conname = 'something_is_claimed'), 'only cancelled packs may have cost nothing';
  assert exists (select from pg_constraint where conname = 'freight_back_is_part_of_refund'), 'freight that went back is part of the refund';
end $$;
