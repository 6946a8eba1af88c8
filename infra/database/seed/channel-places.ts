import type { InputOf } from '@xihuo/contract';

export type VenueForm = InputOf<'POST /catalogue/venues'>['body'];
type Shelf = VenueForm['shelves'][number];

interface Hall {
  code: string;
  slug: string;
  zh: string;
  en: string;
}

/** The ten western provinces of the pairings (GB/T 2260), as the registry names them. */
const PROVINCES: readonly Hall[] = [
  { code: '150000', slug: 'neimenggu', zh: '内蒙古', en: 'Inner Mongolia' },
  { code: '450000', slug: 'guangxi', zh: '广西', en: 'Guangxi' },
  { code: '500000', slug: 'chongqing', zh: '重庆', en: 'Chongqing' },
  { code: '510000', slug: 'sichuan', zh: '四川', en: 'Sichuan' },
  { code: '520000', slug: 'guizhou', zh: '贵州', en: 'Guizhou' },
  { code: '530000', slug: 'yunnan', zh: '云南', en: 'Yunnan' },
  { code: '610000', slug: 'shaanxi', zh: '陕西', en: 'Shaanxi' },
  { code: '620000', slug: 'gansu', zh: '甘肃', en: 'Gansu' },
  { code: '630000', slug: 'qinghai', zh: '青海', en: 'Qinghai' },
  { code: '640000', slug: 'ningxia', zh: '宁夏', en: 'Ningxia' },
];

const EVERYTHING = {
  ...{ category: null, region: null, supplier: null, inSeason: false, recognised: false },
  ...{ priceFrom: null, priceTo: null },
};
const NET_ALONE = { address: null, phone: null, openingTimes: [], shutOn: [], pickup: false };
const WEEK = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:30', to: '21:00' }];

function ruled(zh: string, en: string, rule: Partial<NonNullable<Shelf['rule']>>): Shelf {
  return { title: { zh, en }, rule: { ...EVERYTHING, ...rule }, products: null };
}

function provinceHall({ code, slug, zh, en }: Hall): VenueForm {
  return {
    ...NET_ALONE,
    ...{
      slug: `${slug}-hall`,
      kind: 'provinceHall',
      regionCode: code,
      operatorName: `${zh}消费帮扶专馆运营方（示例）`,
    },
    name: { zh: `${zh}馆`, en: `${en} hall` },
    story: {
      zh: `${zh}脱贫地区的当季农产品和认定产品，产地到县，批次可查。`,
      en: `Goods of the season and recognised products of ${en}, each with its county and a lot that can be looked up.`,
    },
    shelves: [
      ruled('当季上新', 'In season now', { region: code, inSeason: true }),
      ruled('认定产品', 'Recognised products', { region: code, recognised: true }),
      ruled('全部商品', 'Everything', { region: code }),
    ],
  };
}

export interface CountyPlace {
  code: string;
  name: string;
  slug: string;
}

/** A county's own hall, filled with what grows there. */
export function countyHall({ code, name, slug }: CountyPlace): VenueForm {
  return {
    ...NET_ALONE,
    ...{ slug: `county-${slug}`, kind: 'countyHall', regionCode: code, operatorName: `${name}供销合作社（示例）` },
    name: { zh: `${name}馆`, en: `County hall of ${slug}` },
    story: {
      zh: `来自${name}的产品，由本县两个部门分别推荐。`,
      en: 'Goods of this county, recommended apart by two departments of it.',
    },
    shelves: [ruled('本县产品', 'Of this county', { region: code })],
  };
}

export const PROVINCE_HALLS: readonly VenueForm[] = PROVINCES.map(provinceHall);

/** Where goods can be seen or fetched in the East; operators are invented. */
export const PLACES: readonly VenueForm[] = [
  {
    ...{ slug: 'nanjing-zone', kind: 'assistanceZone', regionCode: '320104', pickup: false, shutOn: [] },
    ...{ operatorName: '南京屿岸鲜集有限公司', address: '秦淮区示例路145号二层', phone: '025-00000145' },
    name: { zh: '南京商超消费帮扶专区', en: 'Assistance zone in a Nanjing supermarket' },
    story: { zh: '超市里的西货货架：先看后买，也可在线下单送到家。', en: 'Shelves of western goods in a supermarket.' },
    openingTimes: WEEK,
    shelves: [
      ruled('苏陕协作：陕西好物', 'From Shaanxi', { region: '610000' }),
      ruled('青海高原', 'From Qinghai', { region: '630000' }),
    ],
  },
  {
    ...{ slug: 'shanghai-zone', kind: 'assistanceZone', regionCode: '310104', pickup: true, shutOn: [] },
    ...{ operatorName: '徐汇禾岸优选有限公司', address: '徐汇区示例路45号', phone: '021-00000045' },
    name: { zh: '徐汇消费帮扶专区', en: 'Assistance zone in Xuhui' },
    story: {
      zh: '云南应季果蔬和菌菇，到店可自提。',
      en: 'Fruit, vegetables and mushrooms of Yunnan; pickup in the shop.',
    },
    openingTimes: WEEK,
    shelves: [
      ruled('云南应季', 'Yunnan in season', { region: '530000', inSeason: true }),
      ruled('云南全部', 'All of Yunnan', { region: '530000' }),
    ],
  },
  {
    ...{ slug: 'guangzhou-direct', kind: 'directSupplyPoint', regionCode: '440106', pickup: true, shutOn: [] },
    ...{ operatorName: '天河示例直供服务部', address: '天河区示例路88号', phone: '020-00000088' },
    name: { zh: '天河社区直供点', en: 'Direct-supply point in Tianhe' },
    story: { zh: '粤桂、粤黔协作产品，社区门口自提。', en: 'Goods of Guangxi and Guizhou, fetched next door.' },
    openingTimes: [
      { days: [1, 2, 3, 4, 5], from: '10:00', to: '20:00' },
      { days: [6, 7], from: '09:00', to: '21:00' },
    ],
    shelves: [
      ruled('广西直供', 'From Guangxi', { region: '450000' }),
      ruled('贵州直供', 'From Guizhou', { region: '520000' }),
    ],
  },
  {
    ...{ slug: 'beijing-hub', kind: 'distributionHub', regionCode: '110112', pickup: true, shutOn: [] },
    ...{ operatorName: '通州示例集散有限公司', address: '通州区示例路6号仓', phone: '010-00000006' },
    name: { zh: '北京消费帮扶集散中心', en: 'Distribution hub in Beijing' },
    story: {
      zh: '内蒙古产品在此集散：整箱起提，冷藏、冷冻分库。',
      en: 'Goods of Inner Mongolia by the case, chilled and frozen apart.',
    },
    openingTimes: [{ days: [1, 2, 3, 4, 5, 6], from: '06:00', to: '16:00' }],
    shelves: [
      ruled('内蒙古牛羊肉', 'Beef and mutton of Inner Mongolia', { region: '150000', category: 'meat' }),
      ruled('内蒙古粮油', 'Grain and oil of Inner Mongolia', { region: '150000', category: 'grain-oil' }),
    ],
  },
];
