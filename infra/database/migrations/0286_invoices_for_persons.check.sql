do $$
begin
  assert (select count(*) from pg_constraint where conrelid = 'ordering.invoice_request'::regclass
           and conname in ('companies_have_a_number', 'organisations_are_companies', 'persons_get_the_ordinary_one')) = 3,
    'a company is named by its number, a person by none';
end $$;
