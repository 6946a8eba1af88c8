import { searchPatterns, searchText } from './search-text';

const apple = searchText({ nameZh: '静宁苹果', nameEn: 'Jingning Apple', pinyin: 'jing ning ping guo' });
const potato = searchText({ nameZh: '定西马铃薯', nameEn: 'Dingxi Potato', pinyin: 'ding xi ma ling shu' });

/** LIKE as the database reads it: a backslash takes the next sign as it is. */
function like(text: string, pattern: string): boolean {
  const inner = pattern.slice(1, -1).replace(/\\(.)/g, '$1');
  return text.includes(inner);
}

function finds(typed: string, text: string): boolean {
  return searchPatterns(typed)?.all.every((pattern) => like(text, pattern)) ?? true;
}

it.each([
  '苹果',
  '静宁',
  '静宁 苹果',
  '苹果 静宁',
  'pingguo',
  'ping guo',
  'PINGGUO',
  'pg',
  'jnpg',
  '苹guo',
  'apple',
  'jingning apple',
  'ｐｇ',
])('typing %s finds the apple, not the potato', (typed) => {
  expect(finds(typed, apple)).toBe(true);
  expect(finds(typed, potato)).toBe(false);
});

it.each(['马铃薯', '土豆', '洋芋', 'tudou', 'td', 'yang yu'])(
  'typing %s finds the potato by any of its names',
  (typed) => {
    expect(finds(typed, potato)).toBe(true);
  },
);

it('takes signs of patterns as they are, and nothing typed as no search', () => {
  expect(searchPatterns('100%_\\')?.all).toEqual(['%100%', '%\\%\\_\\\\%']);
  expect(searchPatterns('   ')).toBeNull();
  expect(searchPatterns('|')).toBeNull();
});

it('asks the index for the longest term', () => {
  expect(searchPatterns('苹 jingning')?.first).toBe('%jingning%');
});

it('lets no match run from one spelling into the next', () => {
  expect(finds('guojing', apple)).toBe(false);
});
