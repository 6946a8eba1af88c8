import type { ResponseOf } from '@xihuo/contract';

type Category = ResponseOf<'GET /categories'>['data'][number]['category'];

/** Words by which people look for a whole kind of goods. */
export const KIND_WORDS: Readonly<Record<Category, readonly string[]>> = {
  fruit: ['水果', 'fruit'],
  vegetable: ['蔬菜', 'vegetable'],
  'grain-oil': ['粮油', '粮食', '杂粮', 'grain', 'oil'],
  meat: ['肉类', '肉', 'meat'],
  dairy: ['奶制品', '乳制品', 'dairy', 'milk'],
  egg: ['蛋类', '蛋', 'egg'],
  tea: ['茶叶', 'tea'],
  'medicinal-food': ['药食同源', '药材', 'herb'],
  mushroom: ['菌菇', '食用菌', '山珍', 'mushroom'],
  nut: ['坚果', '干果', 'nut'],
  honey: ['蜂蜜', '蜂产品', 'honey'],
  seasoning: ['调味品', '调料', 'seasoning', 'spice'],
  'seafood-freshwater': ['水产', '海鲜', '鱼', 'fish'],
  processed: ['加工食品', '熟食', '特色食品', 'snack'],
  beverage: ['饮料', '饮品', '酒水', 'drink'],
  handicraft: ['手工艺品', '工艺品', '非遗', 'handicraft', 'craft'],
};
