import { nameOf, nameTerms, namesText, numberTerm, PINYIN } from './document';
import { plain } from './plain';
import { readQuery, synonymKeys } from './query';

/** A tongue of five words, so that the rules are tested and not the dictionaries. */
const SPELT: Record<string, string> = {
  静: 'jing',
  宁: 'ning',
  苹: 'ping',
  果: 'guo',
  枸: 'gou',
  杞: 'qi',
  土: 'tu',
  豆: 'dou',
  驴: 'lv',
};
const chinese = {
  cut: (text: string) => text.match(/静宁|苹果|土豆|./gu) ?? [],
  simplified: (text: string) => text.replaceAll('蘋', '苹').replaceAll('寧', '宁'),
  syllables: (text: string) => [...text].map((sign) => SPELT[sign] ?? 'x'),
};
const none = new Map<string, string[]>();
const potatoes = new Map([
  ['土豆', ['马铃薯', '土豆']],
  ['tudou', ['马铃薯', '土豆']],
]);

it.each([
  ['Ｐｉｎｇ　Ｇｕｏ', 'ping guo'],
  ['靜寧', '靜宁'],
  ['“静宁”-苹果!', '静宁 苹果'],
  ["a'; drop table--", 'a drop table'],
  ['lü rou', 'lv rou'],
  ['🍎', ''],
  ['\u202e果苹', '果苹'],
  ['100%', '100'],
])('%j is compared as %j', (typed, expected) => {
  expect(plain(typed, chinese)).toBe(expected);
});

it.each([
  ['苹果', "'苹果'"],
  ['静宁苹果', "('静宁' & '苹果')"],
  ['果', "'果'"],
  ['枸杞', "'枸杞'"],
  ['gq', "('1gq':* | '2gq':* | '3gq')"],
  ['g', "('2g':* | '3g')"],
  ['apples', "('1apples':* | '2apples':* | '3apples':* | '3apple')"],
])('%s asks for %s', (typed, terms) => {
  expect(readQuery(typed, chinese, none)?.terms).toBe(terms);
});

it('takes signs and letters together for pinyin, or apart', () => {
  expect(readQuery('枸qi', chinese, none)?.terms).toBe("(('枸' & ('1qi':* | '2qi':* | '3qi')) | '1gouqi':*)");
  expect(readQuery('gou qi', chinese, none)?.terms).toContain("'1gouqi':* | '2gouqi':*");
});

it('knows other words for it, as signs and as pinyin, and cuts them whole', () => {
  expect(readQuery('土豆', chinese, potatoes)).toEqual({
    terms: "('土豆' | ('马铃' & '铃薯'))",
    wholes: ['土豆', '马铃薯'],
    words: ['土豆'],
  });
  expect(readQuery('tudou', chinese, potatoes)?.terms).toContain("'马铃' & '铃薯'");
  expect(synonymKeys('静宁土豆', chinese)).toEqual(expect.arrayContaining(['土豆', '静宁', '静宁土豆']));
});

it('knows a synonym of several words in letters, and asks for each of its words', () => {
  const berries = new Map([
    ['gojiberry', ['枸杞', 'goji berry']],
    ['枸杞', ['枸杞', 'goji berry']],
  ]);
  expect(synonymKeys('dried goji berry 枸杞', chinese)).toEqual(
    expect.arrayContaining(['gojiberry', 'driedgojiberry']),
  );
  const typed = readQuery('dried Goji Berry', chinese, berries)!;
  expect(typed.words).toEqual(['dried', 'goji berry']);
  expect(typed.terms).toContain("| '枸杞')");
  expect(typed.wholes).toEqual(['driedgojiberry', 'dried枸杞']);
  const signs = readQuery('枸杞', chinese, berries)!;
  expect(signs.terms).toMatch(/'3goji':\*.* & .*'3berry':\*/);
  expect(signs.wholes).toEqual(['枸杞', 'gojiberry']);
});

it.each(['', '   ', '%_\\', '🍎', '\'"--', '&|!<->():*'])('%j asks for nothing', (typed) => {
  expect(readQuery(typed, chinese, none)).toBeNull();
});

it('leaves out what is said beside it, unless that is all', () => {
  expect(readQuery('正宗 苹果', chinese, none)?.words).toEqual(['苹果']);
  expect(readQuery('正宗', { ...chinese, cut: (text) => [text] }, none)?.words).toEqual(['正宗']);
});

it('is short however long the question is', () => {
  expect(readQuery('苹果 '.repeat(2_000), chinese, none)!.terms.length).toBeLessThan(400);
  expect(readQuery('枸杞'.repeat(2_000), chinese, none)!.terms.length).toBeLessThan(400);
});

it('finds a name by each of its signs, pairs, and from every syllable on', () => {
  expect(nameTerms(nameOf('静宁苹果', 'Jingning Apple', chinese))).toEqual([
    ...['静', '宁', '苹', '果', '静宁', '宁苹', '苹果'],
    ...['jingningpingguo', 'ningpingguo', 'pingguo', 'guo'].map((ending) => PINYIN + ending),
    ...['2jnpg', '2npg', '2pg', '2g', '3jingning', '3apple'],
  ]);
  expect(namesText(nameOf('静宁苹果', 'Jingning Apple', chinese))).toBe(
    '|静宁苹果|jingningpingguo|jnpg|jingningapple|',
  );
});

it('a word in Latin letters that says the same is looked for as letters are', () => {
  const latin = new Map([
    ['spud', ['potato', 'spud', '土豆']],
    ['土豆', ['potato', 'spud', '土豆']],
  ]);
  expect(readQuery('spud', chinese, latin)!.terms).toContain(readQuery('potato', chinese, none)!.terms);
  expect(readQuery('土豆', chinese, latin)!.terms).toContain(readQuery('potato', chinese, none)!.terms);
  expect(readQuery('spud', chinese, latin)!.terms).not.toContain("'po'");
});

it.each([
  ['AB-12/3', '4ab123'],
  ['ab 12 3', '4ab123'],
  ['06901234567892', '46901234567892'],
  ['6901234567892', '46901234567892'],
  ['0012', '40012'],
  ['00000000', '40'],
  ['苹果', null],
  ['a1', null],
  ["'; drop--", null],
])('%s is looked for as the number %s', (typed, term) => {
  expect(numberTerm(typed, chinese)).toBe(term);
});

it('a number is asked for whole beside its words', () => {
  expect(readQuery('AB-12/3', chinese, none)!.terms).toMatch(/ \| '4ab123'\)$/);
  expect(readQuery('静宁苹果', chinese, none)!.terms).not.toContain("'4");
});
