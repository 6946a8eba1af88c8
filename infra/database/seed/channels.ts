import { channels } from '@xihuo/catalogue';
import type { InputOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { fairLeads } from './fair-leads';
import { actingIn, Cast } from './cast';
import { countyHall, PLACES, PROVINCE_HALLS, type CountyPlace } from './channel-places';
import { organisationIds } from './lookups';
import { STORY } from './season';
import type { SeedStep } from './step';

type CampaignForm = InputOf<'POST /catalogue/campaigns'>['body'];

/** Counties with the most suppliers: a hall with one product looks forlorn. */
const countiesWithGoods = statement<CountyPlace>(
  'seed.counties_with_goods',
  `select county.code, county.name, replace(county.pinyin, ' ', '-') as slug
     from catalogue.offer_v offer
     join catalogue.product_v product on product.id = offer.product_id
     join registry.region_v county on county.code = product.region_code and county.level = 'county'
    where offer.for_sale group by county.code, county.name, county.pinyin
    order by count(distinct offer.product_id) desc, county.code limit 8`,
);

async function venues(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const keeper = actingIn(tx)(cast.operator(0));
  const halls = (await tx.sql(countiesWithGoods)).map((county) => ({
    ...county,
    slug: county.slug.toLowerCase().replace(/[^a-z-]/g, ''),
  }));
  for (const form of [...PROVINCE_HALLS, ...halls.map(countyHall), ...PLACES]) {
    const { id } = await channels.draftVenue(keeper, form);
    await channels.openVenue(keeper, { id, version: 1 });
  }
}

const PLATFORM_AND_SUPPLIER: CampaignForm['discounts'][number]['funders'] = [
  { kind: 'platform', organisationId: null, shareBp: 6000 },
  { kind: 'supplier', organisationId: null, shareBp: 4000 },
];
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
const TENTH_OFF: CampaignForm['discounts'][number] = {
  ...{ name: { zh: '活动价九折', en: 'A tenth off' }, kind: 'percentOff', percentBp: 1000 },
  ...{ threshold: null, reduction: null, category: null, funders: PLATFORM_AND_SUPPLIER },
};
const FULL_REDUCTION: CampaignForm['discounts'][number] = {
  ...{ name: { zh: '满 199 减 20', en: '20 yuan off from 199' }, kind: 'fullReduction', percentBp: null },
  ...{ threshold: fen('19900'), reduction: fen('2000'), category: null },
  funders: [{ kind: 'platform', organisationId: null, shareBp: 10_000 }],
};

interface Plan {
  slug: string;
  zh: string;
  en: string;
  eastCode: string;
  westCode: string;
  /** Who hosts: the western province begins, then in turn. */
  host: 'east' | 'west';
  /** Days from the step on. */
  from: number;
  to: number;
  discounts: CampaignForm['discounts'];
}

/** As of 26 days before the demonstration begins: one is over by then, four run, two are to come. */
const PLANS: readonly Plan[] = [
  {
    ...{ slug: 'suqing-autumn', zh: '青海秋收·西货东输江苏行', en: 'Qinghai harvest in Jiangsu', host: 'west' },
    ...{ eastCode: '320000', westCode: '630000', from: 0, to: 14, discounts: [TENTH_OFF] },
  },
  {
    ...{ slug: 'sushan-apples', zh: '苏陕协作·陕西果品季', en: 'Fruit season of Shaanxi', host: 'west' },
    ...{ eastCode: '320000', westCode: '610000', from: 18, to: 47, discounts: [TENTH_OFF] },
  },
  {
    ...{ slug: 'huidian-mountain', zh: '沪滇协作·云南山珍节', en: 'Mountain goods of Yunnan', host: 'west' },
    ...{ eastCode: '310000', westCode: '530000', from: 21, to: 40, discounts: [FULL_REDUCTION] },
  },
  {
    ...{ slug: 'minning-welcome', zh: '闽宁协作·宁夏好物进福建', en: 'Ningxia goods in Fujian', host: 'west' },
    ...{ eastCode: '350000', westCode: '640000', from: 24, to: 54, discounts: [] },
  },
  {
    ...{ slug: 'lugan-mountain', zh: '鲁甘协作·甘肃山货进山东', en: 'Mountain goods of Gansu', host: 'west' },
    ...{ eastCode: '370000', westCode: '620000', from: 22, to: 56, discounts: [TENTH_OFF] },
  },
  {
    ...{ slug: 'jingmeng-newyear', zh: '京蒙协作·年货节', en: 'New Year market of Inner Mongolia', host: 'west' },
    ...{ eastCode: '110000', westCode: '150000', from: 50, to: 72, discounts: [TENTH_OFF, FULL_REDUCTION] },
  },
  {
    ...{ slug: 'suqing-spring', zh: '苏青协作·江苏主场迎新春', en: 'Jiangsu hosts the spring market', host: 'east' },
    ...{ eastCode: '320000', westCode: '630000', from: 60, to: 80, discounts: [FULL_REDUCTION] },
  },
];

async function campaigns(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const [drafter, publisher] = [actingIn(tx)(cast.operator(0)), actingIn(tx)(cast.operator(1))];
  const today = time.businessDate(tx.now);
  for (const { slug, zh, en, host, from, to, ...plan } of PLANS) {
    const { id } = await channels.draftCampaign(drafter, {
      ...plan,
      ...{ slug, name: { zh, en }, hostCode: host === 'west' ? plan.westCode : plan.eastCode },
      ...{ startsOn: time.addDays(today, from), endsOn: time.addDays(today, to) },
      story: {
        zh: '结对双方轮流主办；每项优惠由谁出资、出多少，公示在本页。',
        en: 'The two provinces host in turn; who pays for each discount, and how much of it, stands on this page.',
      },
    });
    await channels.publishCampaign(publisher, { id, version: 1 });
  }
}

interface Recognised {
  supplier_id: string;
  reference: string;
  west: string;
  products: string[];
}
const recognisedOf = statement<Recognised>(
  'seed.recognised_of',
  `select supplier.id as supplier_id, supplier.reference, left(supplier.county_code, 2) || '0000' as west,
          array_agg(recognition.product_id order by recognition.product_id) as products
     from admission.recognition_v recognition
     join registry.organisation_v supplier on supplier.id = recognition.supplier_id
    where recognition.in_force group by supplier.id, supplier.reference, supplier.county_code order by supplier.reference`,
);

/** Every second supplier of the province takes part with all it has recognised; the demonstration's own is left to decide. */
async function entries(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const suppliers = await tx.sql(recognisedOf);
  for (const { slug, westCode } of PLANS) {
    const own = suppliers
      .filter(({ west }) => west === westCode)
      .filter(({ reference }, at) => at % 2 === 0 && reference !== STORY.supplier);
    for (const { supplier_id: supplierId, reference, products } of own) {
      const clerk = cast.clerk(reference);
      await channels.enterProducts(actingIn(tx)(clerk), { supplierId, slug, products, personId: clerk.personId });
    }
  }
}

async function fairs(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const keeper = actingIn(tx)(cast.operator(0));
  const today = time.businessDate(tx.now);
  const on = (from: number, to: number, signUpBy: number) => ({
    startsOn: time.addDays(today, from),
    endsOn: time.addDays(today, to),
    signUpBy: time.addDays(today, signUpBy),
  });
  const suppliers = await tx.sql(recognisedOf);
  const forms = [
    {
      ...{
        slug: 'hangzhou-expo',
        kind: 'expo' as const,
        ...on(44, 47, 40),
        regionCode: '330109',
        place: '示例会展中心 3 号馆',
      },
      name: { zh: '消费帮扶产品博览会（杭州）', en: 'Expo of assistance products, Hangzhou' },
      story: {
        zh: '西部十省区市供应商集中展示，采购商可现场留下意向。',
        en: 'Suppliers of ten western provinces; buyers leave what they want.',
      },
    },
    {
      ...{
        slug: 'guangzhou-talks',
        kind: 'tradeTalks' as const,
        ...on(24, 30, 22),
        regionCode: '440106',
        place: '示例采购中心',
      },
      name: { zh: '粤桂粤黔产销洽谈会', en: 'Trade talks of Guangdong with Guangxi and Guizhou' },
      story: { zh: '商超、食堂与合作社面对面。', en: 'Supermarkets and canteens meet cooperatives.' },
    },
  ];
  for (const [at, form] of forms.entries()) {
    const { id } = await channels.draftFair(keeper, form);
    await channels.publishFair(keeper, { id, version: 1 });
    const coming = suppliers.filter((_, place) => place % 6 === at).slice(0, 12);
    for (const { supplier_id: supplierId, reference, products } of coming) {
      const clerk = cast.clerk(reference);
      const { personId } = clerk;
      await channels.signUpForFair(actingIn(tx)(clerk), { supplierId, slug: form.slug, products, personId });
    }
    const booths = coming.map(({ supplier_id: supplierId }, place) => ({
      supplierId,
      booth: `${'AB'[at]}${place + 1}`,
    }));
    await channels.assignBooths(keeper, { id, version: 2, booths });
  }
}

/** Coined marks with invented owners: no real mark is said to be anybody's here. */
const BRANDS = [
  { slug: 'shanyehe', zh: '山野禾', en: 'Shanyehe', regionCode: '530000', owner: '示例云南区域公用品牌协会' },
  { slug: 'hexisui', zh: '河西穗', en: 'Hexisui', regionCode: '620000', owner: '示例甘肃区域公用品牌协会' },
  { slug: 'gaoyuanxing', zh: '高原杏', en: 'Gaoyuanxing', regionCode: '630000', owner: '示例青海区域公用品牌协会' },
];
const LICENSED = 4;

async function brands(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const keeper = actingIn(tx)(cast.operator(0));
  const today = time.businessDate(tx.now);
  const suppliers = await tx.sql(recognisedOf);
  const known = await organisationIds(tx);
  for (const { slug, zh, en, regionCode, owner } of BRANDS) {
    const { id } = await channels.enterBrand(keeper, {
      ...{ slug, name: { zh, en }, regionCode, ownerName: owner, markNumber: '' },
      story: {
        zh: '区域公用品牌（示例）：授权书在有效期内的主体方可使用。',
        en: 'A regional brand (example): used only under a letter that is in force.',
      },
    });
    const own = suppliers.filter(({ west }) => west === regionCode).slice(0, LICENSED);
    must(own.length > 0, `${zh} has somebody who may use it`);
    for (const [at, { reference }] of own.entries())
      await channels.grantLicence(keeper, id, {
        ...{ supplierId: known.of(reference), productId: null, validFrom: today },
        validUntil: time.addDays(today, 365 * (1 + (at % 2))),
        evidence: `示例品牌授权书〔2026〕${String(at + 1).padStart(2, '0')}号`,
      });
  }
}

export const channelSteps: readonly SeedStep[] = [
  { name: 'channels.venues', daysAgo: 27, run: (tx) => venues(tx) },
  { name: 'channels.campaigns', daysAgo: 26, run: (tx) => campaigns(tx) },
  { name: 'channels.entries', daysAgo: 25, run: (tx) => entries(tx) },
  { name: 'channels.fairs', daysAgo: 24, run: (tx) => fairs(tx) },
  { name: 'channels.leads', daysAgo: 12, run: fairLeads },
  { name: 'channels.brands', daysAgo: 24, run: (tx) => brands(tx) },
];
