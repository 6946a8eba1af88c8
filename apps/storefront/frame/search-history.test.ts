import { withSearch } from './search-history';

it('keeps the last eight, each once, the newest first', () => {
  const nine = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const kept = nine.reduce<string[]>((known, words) => withSearch(known, words), []);
  expect(kept).toEqual(['九', '八', '七', '六', '五', '四', '三', '二']);
  expect(withSearch(kept, '五')).toEqual(['五', '九', '八', '七', '六', '四', '三', '二']);
});
