do $$
begin
  assert pg_get_viewdef('catalogue.gi_right_v'::regclass) like '%scope%', 'a mark of a place stands by the indication its certificate names';
  assert (select count(*) from catalogue.indication) >= (select count(distinct name_zh) from catalogue.product where gi_kinds is not null and gi_source is not null),
    'the register holds what products are registered as';
  assert catalogue.months_of('{"harvestMonths":[2,3]}', '{7}') = '{2,3}', 'a published calendar stands before the product''s own';
end $$;
