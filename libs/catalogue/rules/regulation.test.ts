import { isPerishable, noticeFrom, regulationOf } from './regulation';

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
  ['河西葡萄酒', 'beverage', '115', '酒类商品：不得向未成年人销售'],
  ['青稞酒', 'beverage', null, '酒类商品：不得向未成年人销售'],
  ['老坛高粱', 'processed', '115', '酒类商品：不得向未成年人销售'],
  ['无醇葡萄酒', 'beverage', null, null],
  ['脱醇葡萄酒', 'beverage', '115', '酒类商品：不得向未成年人销售'],
  ['酒泉沙棘汁', 'beverage', '106', null],
  ['酒泉葡萄酒', 'beverage', null, '酒类商品：不得向未成年人销售'],
  ['酒糟鱼', 'processed', '122', null],
  ['高原三文鱼', 'seafood-freshwater', null, '淡水养殖的“三文鱼”品种为虹鳟等鳟鱼，标签须标明真实种名'],
  ['高原虹鳟', 'seafood-freshwater', null, null],
  ['三文鱼罐头', 'processed', '104', null],
  ['静宁苹果', 'fruit', null, null],
] as const)('%s of the kind %s with the class %s', (nameZh, category, scClass, notice) => {
  expect(noticeFrom({ nameZh, category, scClass })?.zh ?? null).toBe(notice);
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
