import { isPerishable, regulationOf } from './regulation';

it.each([
  [null, null, null],
  [
    'not-food: 中药材，不在药食同源目录，不得按普通食品销售',
    'not-food: 中药材，不在药食同源目录，不得按普通食品销售',
    null,
  ],
  ['restricted: 食品属性须以属地监管口径为准', 'restricted: 食品属性须以属地监管口径为准', null],
  ['food-medicine: 药食同源目录品种', null, null],
  ['alcohol: 不得向未成年人销售', null, '酒类商品：不得向未成年人销售'],
  ['naming: 品种为虹鳟，标签须标明真实种名', null, '品种为虹鳟，标签须标明真实种名'],
  ['something-new: 规定', 'something-new: 规定', null],
  ['a note without a kind', 'a note without a kind', null],
])('%s', (note, banned, notice) => {
  const regulation = regulationOf(note);
  expect(regulation.bannedReason).toBe(banned);
  expect(regulation.notice?.zh ?? null).toBe(notice);
});

it.each([
  ['奉节脐橙', 'fruit', 'ambient', 40, null, true],
  ['静宁苹果', 'fruit', 'chilled', 150, null, true],
  ['富平柿饼', 'fruit', 'chilled', 180, '117', false],
  ['佳县红枣', 'fruit', 'ambient', 365, null, false],
  ['鄂伦春蓝莓', 'fruit', 'frozen', 365, null, false],
  ['龙羊峡三文鱼', 'seafood-freshwater', 'chilled', 7, null, true],
  ['科尔沁牛肉', 'meat', 'frozen', 365, null, false],
  ['高原牦牛酸奶', 'dairy', 'chilled', 21, '105', true],
  ['石屏豆腐', 'processed', 'chilled', 60, '125', false],
  ['武都花椒', 'seasoning', 'ambient', 540, null, false],
  ['靖西绣球', 'handicraft', 'ambient', null, null, false],
] as const)('%s', (_name, category, storage, shelfLifeDays, scClass, perishable) => {
  expect(isPerishable({ category, storage, shelfLifeDays, scClass })).toBe(perishable);
});
