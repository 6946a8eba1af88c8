do $$
begin
  assert registry.sought_grams('洛川苹果') = array['洛川', '苹果'], 'pairs that cover the words, each once';
  assert registry.sought_grams('洛川 苹') = array['川苹', '洛川'], 'of an odd number of signs the last pair laps over';
  assert registry.sought_grams('苹') = array['苹'], 'one sign stands for itself';
  assert registry.sought_grams('a') = '{}', 'a single letter looks nothing up';
  assert registry.grams('洛川（县）苹果 Co-op') @> registry.sought_grams('洛川县苹果 co-op'), 'a name is found by itself';
end $$;
