/** What a tile shows: a drawn thing or, where the set has none of it, its own name. Never a photo we do not have. */
export type Picture = { icon: string } | { letters: string };

type Ground = 'fruit' | 'leaf' | 'grain' | 'meat' | 'milk' | 'tea' | 'earth' | 'water';

/** The matched part of the name stands for the thing: better two honest characters than a drawing of something else. */
const ITS_NAME = null;

type Rule = readonly [name: RegExp, picture: { icon: string } | typeof ITS_NAME];

interface CategoryLook {
  ground: Ground;
  /** For the category's door. */
  door: { icon: string };
  /** First match wins. Within a category, so that apple vinegar would not show an apple. */
  goods: readonly Rule[];
  /** For goods no rule knows, where the door shows one thing out of many: an unknown fruit is no apple. */
  unknown?: { icon: string };
}

const basket = { icon: 'basket' };

const looks: Readonly<Record<string, CategoryLook>> = {
  fruit: {
    ground: 'fruit',
    door: { icon: 'red-apple' },
    unknown: basket,
    goods: [
      [/苹果/, { icon: 'red-apple' }],
      [/芒果/, { icon: 'mango' }],
      [/[橘桔橙柑]/, { icon: 'tangerine' }],
      [/猕猴桃/, { icon: 'kiwi-fruit' }],
      [/樱桃/, { icon: 'cherries' }],
      [/桃/, { icon: 'peach' }],
      [/梨/, { icon: 'pear' }],
      [/蓝莓/, { icon: 'blueberries' }],
      [/西瓜/, { icon: 'watermelon' }],
      [/葡萄/, { icon: 'grapes' }],
      [/柿饼|红枣|圆枣|荔枝|火龙果|杨梅|菇娘|蜜?柚|李|杏/, ITS_NAME],
    ],
  },
  vegetable: {
    ground: 'leaf',
    door: { icon: 'leafy-green' },
    goods: [
      [/马铃薯|土豆|洋芋/, { icon: 'potato' }],
      [/[甘红]薯/, { icon: 'roasted-sweet-potato' }],
      [/蒜/, { icon: 'garlic' }],
      [/番茄/, { icon: 'tomato' }],
      [/辣椒/, { icon: 'hot-pepper' }],
      [/西兰花/, { icon: 'broccoli' }],
      [/黄花菜|莼菜|西?芹菜?|笋/, ITS_NAME],
    ],
  },
  'grain-oil': {
    ground: 'grain',
    door: { icon: 'sheaf-of-rice' },
    goods: [
      [/橄榄/, { icon: 'olive' }],
      [/(茶|菜籽|胡麻)油/, ITS_NAME],
      [/大豆/, { icon: 'beans' }],
      [/[蚕绿]豆/, ITS_NAME],
      [/小米|墨米|红米|薏仁/, ITS_NAME],
      [/米|糯/, { icon: 'cooked-rice' }],
      [/青稞|莜面|燕麦|荞麦|苦荞/, ITS_NAME],
    ],
  },
  meat: {
    ground: 'meat',
    door: { icon: 'cut-of-meat' },
    goods: [
      [/牛/, { icon: 'ox' }],
      [/山羊$/, { icon: 'goat' }],
      [/羊/, { icon: 'ewe' }],
      [/鸡/, { icon: 'rooster' }],
      [/鸭/, { icon: 'duck' }],
      [/猪/, { icon: 'pig' }],
    ],
  },
  dairy: {
    ground: 'milk',
    door: { icon: 'glass-of-milk' },
    goods: [
      [/奶酪/, { icon: 'cheese-wedge' }],
      [/乳扇/, ITS_NAME],
    ],
  },
  egg: { ground: 'grain', door: { icon: 'egg' }, goods: [] },
  tea: {
    ground: 'tea',
    door: { icon: 'teacup-without-handle' },
    goods: [[/普洱|红茶/, { icon: 'teapot' }]],
  },
  'medicinal-food': {
    ground: 'leaf',
    door: { icon: 'herb' },
    goods: [
      [/玫瑰/, { icon: 'rose' }],
      [/黄连|天麻|石斛|三七|绞股蓝|当归|黄芪|党参|纹党|枸杞|蕨麻|金银花|甘草/, ITS_NAME],
    ],
  },
  mushroom: {
    ground: 'earth',
    door: { icon: 'brown-mushroom' },
    goods: [[/木耳|银耳|竹荪/, ITS_NAME]],
  },
  nut: {
    ground: 'earth',
    door: { icon: 'chestnut' },
    unknown: basket,
    goods: [
      [/栗/, { icon: 'chestnut' }],
      [/花生/, { icon: 'peanuts' }],
      [/核桃|坚果/, ITS_NAME],
    ],
  },
  honey: { ground: 'grain', door: { icon: 'honey-pot' }, goods: [] },
  seasoning: {
    ground: 'fruit',
    door: { icon: 'hot-pepper' },
    unknown: { icon: 'jar' },
    goods: [
      [/[花青]椒/, ITS_NAME],
      [/椒/, { icon: 'hot-pepper' }],
      [/红糖|[陈香]?醋|草果|茴香/, ITS_NAME],
    ],
  },
  'seafood-freshwater': { ground: 'water', door: { icon: 'fish' }, goods: [] },
  processed: {
    ground: 'earth',
    door: { icon: 'steaming-bowl' },
    unknown: { icon: 'jar' },
    goods: [
      [/火腿/, { icon: 'meat-on-bone' }],
      [/腊肉/, { icon: 'bacon' }],
      [/粉/, { icon: 'steaming-bowl' }],
      [/豆腐|魔芋|[芽榨]菜/, ITS_NAME],
    ],
  },
  beverage: {
    ground: 'fruit',
    door: { icon: 'beverage-box' },
    goods: [
      [/葡萄酒/, { icon: 'wine-glass' }],
      [/酒/, { icon: 'sake' }],
      [/咖啡/, { icon: 'hot-beverage' }],
    ],
  },
  handicraft: {
    ground: 'milk',
    door: { icon: 'thread' },
    goods: [
      [/箫|笛/, { icon: 'flute' }],
      [/唐卡/, { icon: 'framed-picture' }],
      [/蜡染|香包|绣球/, ITS_NAME],
    ],
  },
};

const fallback: CategoryLook = { ground: 'earth', door: basket, goods: [] };

/** The picture of a category's door. */
export function doorOf(category: string): string {
  return (looks[category] ?? fallback).door.icon;
}

export function pictureOf(category: string, nameZh: string): { ground: Ground; picture: Picture } {
  const { ground, door, goods, unknown = door } = looks[category] ?? fallback;
  for (const [name, picture] of goods) {
    const letters = name.exec(nameZh)?.[0];
    if (letters !== undefined) return { ground, picture: picture ?? { letters } };
  }
  return { ground, picture: unknown };
}
