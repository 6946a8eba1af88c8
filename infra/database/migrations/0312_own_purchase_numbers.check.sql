do $$
begin
  assert (select attnotnull from pg_attribute
           where attrelid = 'ordering.purchase_order'::regclass and attname = 'own_number'), 'a purchase has a number of its own, or none';
  assert exists (select from pg_constraint
                  where conrelid = 'ordering.purchase_order'::regclass and pg_get_constraintdef(oid) like '%char_length(own_number) <= 40%'),
         'it fits a line of paper';
end $$;
