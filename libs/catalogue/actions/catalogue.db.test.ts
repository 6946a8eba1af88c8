import { products as admitted, standards } from '@xihuo/admission';
import type { InputOf } from '@xihuo/contract';
import { loading, organisations, setPolicies } from '@xihuo/registry';
import type { Tx } from '@xihuo/platform';
import { openField, type Field } from '@xihuo/testing';
import { listCategories, listProducts } from './list-products';
import { loadProducts, loadSkus, rankProducts, type NewProduct } from './load-products';
import { productBySlug } from './product-by-slug';
import { indexAll } from './search/index-products';
import { reportStockState } from './report-stock-state';

const SOURCE = 'test';
const PREFECTURE = '511000';
const COUNTY = '511024';
/** What only people judge. */
const ONE = {
  id: 'S12',
  subject: 'supplier',
  nameZh: '示例',
  nameEn: 'Example',
  kind: 'blocking',
  providedBy: '示例',
  checks: [],
  source: SOURCE,
} as const;
const ELSEWHERE = '511102';

let field: Field;
let suppliers: Map<string, string>;
let products: Map<string, string>;
let skus: { id: string; productId: string; supplierId: string }[];

type Query = Partial<InputOf<'GET /products'>['query']>;
const list = (query: Query = {}) => listProducts(field.database, { sort: 'priceAsc', limit: 24, ...query });
const slugs = async (query: Query = {}) => (await list(query)).data.map(({ slug }) => slug);
const skuOf = (product: string, supplier: string) =>
  skus.find((sku) => sku.productId === products.get(product) && sku.supplierId === suppliers.get(supplier))!;

/** As a reviewer does it; how it comes to that is admission's, and tested there. */
async function impose(supplier: string, kind: 'suspension' | 'productDelisting', product?: string): Promise<string> {
  const [row] = await field.rows<{ id: string }>(
    `insert into admission.measure (supplier_id, kind, product_id, reason, imposed_by, started_at)
     values ($1, $2, $3, 'test', 'person:test', platform.business_now()) returning id`,
    [suppliers.get(supplier), kind, product === undefined ? null : products.get(product)],
  );
  return row!.id;
}

const lift = (id: string) =>
  field.rows(`update admission.measure set state = 'lifted', ended_at = platform.business_now() where id = $1`, [id]);

function product(reference: string, nameZh: string, pinyin: string, change: Partial<NewProduct> = {}): NewProduct {
  return {
    reference,
    nameZh,
    nameEn: reference,
    pinyin,
    descriptionZh: '示例',
    descriptionEn: 'Example',
    category: 'fruit',
    regionCode: COUNTY,
    geographicalIndication: null,
    harvestMonths: [9],
    shelfLifeDays: 60,
    storage: 'ambient',
    scClass: null,
    regulatoryNote: null,
    ...change,
  };
}

beforeAll(async () => {
  field = await openField();
  await field.does(prepareGround);
  await field.does(registerSuppliers);
  await certify();
  await field.does(fillShelves);
});

async function prepareGround(tx: Tx): Promise<void> {
  const region = { side: 'west', pinyin: 'x' } as const;
  const county = { ...region, level: 'county' } as const;
  await loading.loadPlaces(tx, {
    regions: [
      { ...region, code: '510000', name: '四川省', level: 'province', parentCode: null },
      { ...region, code: PREFECTURE, name: '内江市', level: 'prefecture', parentCode: '510000' },
      { ...county, code: COUNTY, name: '威远县', parentCode: PREFECTURE },
      { ...region, code: '511100', name: '乐山市', level: 'prefecture', parentCode: '510000' },
      { ...county, code: ELSEWHERE, name: '市中区', parentCode: '511100' },
    ],
    pairings: [],
    listedCounties: [],
  });
  await setPolicies(tx, [
    { key: 'admission.validYears', value: 3, effectiveFrom: '2020-01-01', effectiveTo: null, source: SOURCE },
  ]);
  const dates = { publishedOn: '2026-01-01', effectiveFrom: '2026-02-01' };
  await standards.load(tx, { version: 't', ...dates, criteria: [ONE], source: SOURCE });
}

async function registerSuppliers(tx: Tx): Promise<void> {
  suppliers = await organisations.registerOrganisations(
    tx,
    ['cheap', 'dear', 'unlisted'].map((reference) => ({
      ...{ reference, nameEn: reference },
      nameZh: `示例${reference}`,
      kind: 'cooperative',
      ...{ uscc: null, regionCode: COUNTY },
      address: null,
      legalRepresentative: null,
      establishedOn: '2020-01-01',
    })),
  );
}

async function certify(): Promise<void> {
  for (const supplierId of suppliers.values()) {
    await field.rows(
      `with application as (
         insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
         values ($1, 'cooperative', $2, 'certified', '{}', 't', now()) returning id, supplier_id)
       insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
       select supplier_id, id, now()::date, (now() + interval '3 years')::date from application`,
      [supplierId, COUNTY],
    );
  }
}

async function fillShelves(tx: Tx): Promise<void> {
  products = await loadProducts(tx, [
    product('apple', '威远苹果', 'wei yuan ping guo'),
    product('pear', '威远梨', 'wei yuan li'),
    product('tea', '市中茶', 'shi zhong cha', { category: 'tea', regionCode: ELSEWHERE, scClass: '114' }),
    product('potato', '威远洋芋', 'wei yuan yang yu', { category: 'vegetable', regionCode: PREFECTURE }),
    product('root', '威远黄连', 'wei yuan huang lian', { regulatoryNote: 'not-food: 中药材' }),
    product('wine', '威远酒', 'wei yuan jiu', { category: 'beverage', regulatoryNote: 'alcohol: 不得向未成年人销售' }),
  ]);
  const sku = (reference: string, supplier: string, priceFen: bigint) => ({
    productId: products.get(reference)!,
    supplierId: suppliers.get(supplier)!,
    pack: '500g',
    priceFen,
    wholesalePriceFen: null,
    minimumOrderPacks: 1,
  });
  const listed = [
    sku('apple', 'cheap', 1000n),
    sku('apple', 'dear', 1200n),
    sku('pear', 'dear', 1100n),
    sku('tea', 'cheap', 9000n),
    sku('potato', 'cheap', 500n),
    sku('root', 'cheap', 700n),
    sku('wine', 'dear', 5000n),
  ];
  skus = await loadSkus(tx, [...listed, sku('pear', 'unlisted', 1n)]);
  await admitted.approveListings(tx, listed);
  await rankProducts(tx);
  await indexAll(tx);
}
afterAll(() => field.close());

test.each([
  ['priceAsc', ['wei-yuan-yang-yu', 'wei-yuan-ping-guo', 'wei-yuan-li', 'wei-yuan-jiu', 'shi-zhong-cha']],
  ['priceDesc', ['shi-zhong-cha', 'wei-yuan-jiu', 'wei-yuan-li', 'wei-yuan-ping-guo', 'wei-yuan-yang-yu']],
  ['newest', ['wei-yuan-jiu', 'wei-yuan-yang-yu', 'shi-zhong-cha', 'wei-yuan-li', 'wei-yuan-ping-guo']],
] as const)('%s: each lawful product once, whole or page by page', async (sort, expected) => {
  expect(await slugs({ sort })).toEqual(expected);
  for (const limit of [1, 2, 4]) {
    const walked: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { data, nextCursor } = await list({ sort, limit, cursor });
      walked.push(...data.map(({ slug }) => slug));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(walked).toEqual(expected);
  }
});

test.each(['recommended', 'sales'] as const)('%s: every page goes on where the last one stopped', async (sort) => {
  const whole = await slugs({ sort });
  expect(whole).toHaveLength(5);
  const first = await list({ sort, limit: 3 });
  const rest = await list({ sort, limit: 3, cursor: first.nextCursor! });
  expect([...first.data, ...rest.data].map(({ slug }) => slug)).toEqual(whole);
  expect(rest.nextCursor).toBeNull();
});

test('the recommended order takes each category in turn before any comes twice', async () => {
  const { data } = await list({ sort: 'recommended' });
  expect(new Set(data.slice(0, 4).map(({ category }) => category)).size).toBe(4);
});

test.each<[string, Query, string[]]>([
  ['a category', { category: 'tea' }, ['shi-zhong-cha']],
  ['a county', { region: ELSEWHERE }, ['shi-zhong-cha']],
  ['a prefecture whose code ends in a third zero', { region: PREFECTURE, category: 'vegetable' }, ['wei-yuan-yang-yu']],
  ['not the neighbour whose code begins alike', { region: PREFECTURE, category: 'tea' }, []],
  ['a province', { region: '510000', category: 'fruit' }, ['wei-yuan-ping-guo', 'wei-yuan-li']],
  ['another province', { region: '530000' }, []],
  ['Chinese', { q: '苹果' }, ['wei-yuan-ping-guo']],
  ['initials', { q: 'wypg' }, ['wei-yuan-ping-guo']],
  ['pinyin with spaces', { q: 'ping guo' }, ['wei-yuan-ping-guo']],
  ['another name of the same', { q: '土豆' }, ['wei-yuan-yang-yu']],
  ['two terms', { q: '苹果 威远' }, ['wei-yuan-ping-guo']],
  ['signs of patterns', { q: '%' }, []],
  ['all at once', { q: 'weiyuan', category: 'fruit', region: COUNTY, limit: 1 }, ['wei-yuan-ping-guo']],
])('filters by %s', async (_name, query, expected) => {
  expect(await slugs(query)).toEqual(expected);
});

test("filters by supplier, with that supplier's own price", async () => {
  const { data } = await list({ supplier: suppliers.get('dear')! });
  expect(data.map(({ slug, priceFrom }) => `${slug} ${priceFrom.amount}`)).toEqual([
    'wei-yuan-li 1100',
    'wei-yuan-ping-guo 1200',
    'wei-yuan-jiu 5000',
  ]);
});

test('a card says the lowest price that may be sold, for 500 g as well, and how many sell it', async () => {
  const [apple] = (await list({ q: '苹果' })).data;
  expect(apple).toMatchObject({
    priceFrom: { amount: '1000', currency: 'CNY' },
    ...{ unitPrice: { amount: '1000' }, kilogramPrice: { amount: '2000' } },
    supplierCount: 2,
    origin: { code: COUNTY, name: '威远县', provinceName: '四川省' },
  });
});

test('a suspended supplier sells nothing on the very next request, and its page stays and says so', async () => {
  const before = await slugs();
  const suspension = await impose('cheap', 'suspension');
  expect(await slugs()).toEqual(['wei-yuan-li', 'wei-yuan-ping-guo', 'wei-yuan-jiu']);
  expect((await list({ q: '苹果' })).data[0]).toMatchObject({ priceFrom: { amount: '1200' }, supplierCount: 1 });
  const offers = (await productBySlug(field.database, 'wei-yuan-ping-guo'))!.product.offers;
  expect(offers.map(({ supplier, forSale }) => `${supplier.name} ${forSale}`)).toEqual([
    '示例dear true',
    '示例cheap false',
  ]);
  expect((await productBySlug(field.database, 'shi-zhong-cha'))!.product.offers).toMatchObject([{ forSale: false }]);

  await lift(suspension);
  expect(await slugs()).toEqual(before);
});

test('a delisting takes that product of that supplier only', async () => {
  const delisting = await impose('dear', 'productDelisting', 'apple');
  expect((await list({ q: '苹果' })).data[0]).toMatchObject({ supplierCount: 1 });
  expect(await slugs({ supplier: suppliers.get('dear')! })).toEqual(['wei-yuan-li', 'wei-yuan-jiu']);
  await lift(delisting);
});

test('what the law keeps from sale is in no list and has no page; what it wants said is said', async () => {
  expect(await slugs({ q: '黄连' })).toEqual([]);
  expect(await productBySlug(field.database, 'wei-yuan-huang-lian')).toBeNull();
  const [row] = await field.rows<{ for_sale: boolean }>('select for_sale from catalogue.offer_v where sku_id = $1', [
    skuOf('root', 'cheap').id,
  ]);
  expect(row).toEqual({ for_sale: false });
  const wine = await productBySlug(field.database, 'wei-yuan-jiu');
  expect(wine!.product.notice).toEqual({ zh: '酒类商品：不得向未成年人销售', en: 'Alcohol: not for sale to minors' });
});

test('a pack whose listing was never approved is shown to nobody', async () => {
  expect((await productBySlug(field.database, 'wei-yuan-li'))!.product.offers.map(({ price }) => price.amount)).toEqual(
    ['1100'],
  );
  expect(await slugs({ supplier: suppliers.get('unlisted')! })).toEqual([]);
});

test('categories count what may be bought now', async () => {
  const counts = (await listCategories(field.database)).data.filter((row) => row.products > 0);
  expect(counts).toEqual([
    { category: 'fruit', products: 2 },
    { category: 'vegetable', products: 1 },
    { category: 'tea', products: 1 },
    { category: 'beverage', products: 1 },
  ]);
});

test('reports add up, one pack named twice included, and move a product up the list of sales', async () => {
  const cheap = skuOf('apple', 'cheap').id;
  const dear = skuOf('apple', 'dear').id;
  await field.does((tx) =>
    reportStockState(tx, [
      { skuId: cheap, state: 'low', soldDelta: 2 },
      { skuId: cheap, state: null, soldDelta: 3 },
      { skuId: dear, state: null, soldDelta: 4 },
    ]),
  );
  const [first] = (await list({ sort: 'sales' })).data;
  expect(first).toMatchObject({ slug: 'wei-yuan-ping-guo', soldCount: 9, stock: 'low' });
});

test('loading the same again changes nothing', async () => {
  const again = await field.does((tx) => loadProducts(tx, [product('apple', '另一个名字', 'wei yuan ping guo')]));
  expect(again.get('apple')).toBe(products.get('apple'));
  expect((await list({ q: '苹果' })).data).toHaveLength(1);
});
