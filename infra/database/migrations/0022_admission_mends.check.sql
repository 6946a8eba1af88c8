do $$
begin
  assert exists (select from pg_constraint where conrelid = 'admission.standard_draft'::regclass
                   and pg_get_constraintdef(oid) like '%ANY (edited_by)%'), 'nobody puts the own words into force';
end $$;
