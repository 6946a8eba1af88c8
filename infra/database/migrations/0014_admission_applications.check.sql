do $$
begin
  assert registry.add_working_days('2027-03-05', 1) = '2027-03-08', 'after a Friday comes a Monday';
  assert registry.add_working_days('2027-03-05', 0) = '2027-03-05', 'no working day on is the day itself';
  assert not has_table_privilege('xihuo_app', 'admission.submission', 'UPDATE'), 'what was handed in is never changed';
  assert not has_table_privilege('xihuo_app', 'admission.document', 'DELETE'), 'a paper is taken back, never deleted';
end $$;
