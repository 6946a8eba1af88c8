do $$
begin
  assert not exists (select from ordering.stock where counted < on_hand), 'nothing comes onto a shelf but by a count';
end $$;
