/** What a tile shows: a drawn icon or, where none exists for the thing, its own character. Never a photo we do not have. */
export type Picture = { icon: string } | { letter: string };

type Ground = 'fruit' | 'leaf' | 'grain' | 'meat' | 'milk' | 'tea' | 'earth' | 'water';

interface CategoryLook {
  ground: Ground;
  picture: { icon: string };
}

const byCategory: Readonly<Record<string, CategoryLook>> = {
  fruit: { ground: 'fruit', picture: { icon: 'red-apple' } },
  vegetable: { ground: 'leaf', picture: { icon: 'leafy-green' } },
  'grain-oil': { ground: 'grain', picture: { icon: 'sheaf-of-rice' } },
  meat: { ground: 'meat', picture: { icon: 'cut-of-meat' } },
  dairy: { ground: 'milk', picture: { icon: 'glass-of-milk' } },
  egg: { ground: 'grain', picture: { icon: 'egg' } },
  tea: { ground: 'tea', picture: { icon: 'teacup-without-handle' } },
  'medicinal-food': { ground: 'leaf', picture: { icon: 'herb' } },
  mushroom: { ground: 'earth', picture: { icon: 'brown-mushroom' } },
  nut: { ground: 'earth', picture: { icon: 'chestnut' } },
  honey: { ground: 'grain', picture: { icon: 'honey-pot' } },
  seasoning: { ground: 'fruit', picture: { icon: 'hot-pepper' } },
  'seafood-freshwater': { ground: 'water', picture: { icon: 'fish' } },
  processed: { ground: 'earth', picture: { icon: 'steaming-bowl' } },
  beverage: { ground: 'fruit', picture: { icon: 'beverage-box' } },
  handicraft: { ground: 'milk', picture: { icon: 'thread' } },
};

/** First match wins. The first column is the category, so that 苹果醋 would not show an apple. */
const byName: readonly (readonly [category: string, name: RegExp, picture: Picture])[] = [
  ['fruit', /芒果/, { icon: 'mango' }],
  ['fruit', /橘|桔|橙|柚/, { icon: 'tangerine' }],
  ['fruit', /猕猴桃/, { icon: 'kiwi-fruit' }],
  ['fruit', /梨/, { icon: 'pear' }],
  ['fruit', /蓝莓/, { icon: 'blueberries' }],
  ['fruit', /蜜桃/, { icon: 'peach' }],
  ['fruit', /樱桃/, { icon: 'cherries' }],
  ['fruit', /西瓜/, { icon: 'watermelon' }],
  ['fruit', /荔枝/, { letter: '荔' }],
  ['fruit', /火龙果/, { letter: '龙' }],
  ['fruit', /柿/, { letter: '柿' }],
  ['fruit', /枣/, { letter: '枣' }],
  ['fruit', /李/, { letter: '李' }],
  ['fruit', /杏/, { letter: '杏' }],
  ['fruit', /杨梅/, { letter: '梅' }],
  ['fruit', /菇娘/, { letter: '菇' }],
  ['vegetable', /马铃薯|土豆|洋芋/, { icon: 'potato' }],
  ['vegetable', /甘薯/, { icon: 'roasted-sweet-potato' }],
  ['vegetable', /蒜/, { icon: 'garlic' }],
  ['vegetable', /番茄/, { icon: 'tomato' }],
  ['vegetable', /辣椒/, { icon: 'hot-pepper' }],
  ['vegetable', /西兰花/, { icon: 'broccoli' }],
  ['vegetable', /黄花菜/, { icon: 'blossom' }],
  ['vegetable', /笋/, { letter: '笋' }],
  ['vegetable', /莼/, { letter: '莼' }],
  ['grain-oil', /橄榄/, { icon: 'olive' }],
  ['grain-oil', /豆/, { icon: 'beans' }],
  ['grain-oil', /油$/, { icon: 'jar' }],
  ['grain-oil', /米|糯/, { icon: 'cooked-rice' }],
  ['meat', /牦牛|牛/, { icon: 'ox' }],
  ['meat', /羊/, { icon: 'ewe' }],
  ['meat', /鸡/, { icon: 'rooster' }],
  ['meat', /鸭/, { icon: 'duck' }],
  ['meat', /猪/, { icon: 'pig' }],
  ['dairy', /奶酪|乳扇/, { icon: 'cheese-wedge' }],
  ['tea', /普洱|滇红/, { icon: 'teapot' }],
  ['medicinal-food', /玫瑰/, { icon: 'rose' }],
  ['medicinal-food', /枸杞/, { letter: '杞' }],
  ['mushroom', /木耳/, { letter: '耳' }],
  ['mushroom', /银耳/, { letter: '耳' }],
  ['mushroom', /竹荪/, { letter: '荪' }],
  ['nut', /核桃/, { letter: '桃' }],
  ['seasoning', /糖/, { letter: '糖' }],
  ['seasoning', /醋/, { letter: '醋' }],
  ['seasoning', /花椒/, { letter: '椒' }],
  ['seasoning', /草果|茴香/, { letter: '香' }],
  ['processed', /腊肉|火腿/, { icon: 'bacon' }],
  ['processed', /豆腐/, { letter: '豆' }],
  ['processed', /芽菜|榨菜/, { letter: '菜' }],
  ['processed', /魔芋/, { letter: '芋' }],
  ['beverage', /葡萄酒/, { icon: 'wine-glass' }],
  ['beverage', /青稞酒/, { icon: 'sake' }],
  ['beverage', /咖啡/, { icon: 'hot-beverage' }],
  ['handicraft', /箫|笛/, { icon: 'flute' }],
  ['handicraft', /唐卡/, { icon: 'artist-palette' }],
];

const fallback: CategoryLook = { ground: 'earth', picture: { icon: 'basket' } };

export function pictureOf(category: string, nameZh: string): { ground: Ground; picture: Picture } {
  const look = byCategory[category] ?? fallback;
  const own = byName.find(([within, name]) => within === category && name.test(nameZh));
  return { ground: look.ground, picture: own?.[2] ?? look.picture };
}
