do $$
begin
  assert to_regclass('benefit.contest_line') is not null, 'the objections of a line are found by it';
end $$;
