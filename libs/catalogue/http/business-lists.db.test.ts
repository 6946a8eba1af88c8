import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { productBySlug } from '../actions/product-by-slug';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

/** Lists as businesses read them: by the least they must order, and by how soon it is sent. */
let house: House;
let desk: ProductDesk;
let apples: Seller;
let pears: Seller;
/** Sells the same pears dearer, in small numbers and at once. */
let otherPears: Seller;
let plums: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  apples = await seller('苹果', { minimum: 20, hours: 24 });
  pears = await seller('酥梨', { minimum: 5, hours: 36 });
  otherPears = await desk.seller({ productId: pears.productId, priceFen: 2_990n });
  await terms(otherPears, { minimum: 1, hours: 6 });
  await approve(otherPears);
  plums = await seller('李子', { minimum: 50, hours: null });
  await house.rows(
    'insert into catalogue.price_tier (sku_id, minimum_packs, price_fen) select id, 50, 1500 from catalogue.sku where product_id = $1',
    [plums.productId],
  );
  await house.rows(
    `insert into registry.policy (key, value, effective_from, source) values ('fulfilment.shipWithinHours', '72', '2020-01-01', 'test')
     on conflict do nothing`,
  );
  await house.does(indexAll);
});
afterAll(() => house?.close());

interface Terms {
  minimum: number;
  /** What the application promises. */
  hours: number | null;
}

async function terms({ supplierId, productId }: Seller, { minimum, hours }: Terms): Promise<void> {
  await house.rows('update catalogue.sku set minimum_order_packs = $3 where supplier_id = $1 and product_id = $2', [
    supplierId,
    productId,
    minimum,
  ]);
  await house.rows(
    `update admission.application set form = jsonb_set(form, '{capacity}', jsonb_build_object('shipWithinHours', $2::integer))
      where supplier_id = $1`,
    [supplierId, hours],
  );
}

const approve = ({ supplierId, productId }: Seller) =>
  house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [supplierId, productId],
  );

async function seller(name: string, wanted: Terms): Promise<Seller> {
  const made = await desk.seller();
  await house.rows('update catalogue.product set name_zh = $2 where id = $1', [made.productId, name]);
  await terms(made, wanted);
  await approve(made);
  return made;
}

interface Listed {
  data: { name: { zh: string }; wholesale: { minimumOrderPacks: number; shipWithinHours: number; tiers: unknown[] } }[];
  nextCursor: string | null;
}

const list = async (query: string) =>
  (await house.browser('shop').ask('GET', `/products?${query}`)).body as unknown as Listed;

/** All pages of a list, one product a page: a cursor that loses or repeats one is seen. */
async function everyPage(query: string): Promise<Listed['data']> {
  const read: Listed['data'] = [];
  for (let cursor: string | null = null; ;) {
    const page: Listed = await list(`${query}&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`);
    read.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === null) return read;
  }
}

const names = (cards: Listed['data']) => cards.map(({ name }) => name.zh);

test('cards name what a business must order at least, pays, and waits: of the pack whose price is shown', async () => {
  const { data } = await list('sort=minimumOrder');
  expect(data.map(({ name, wholesale }) => ({ name: name.zh, ...wholesale }))).toEqual([
    { name: '酥梨', minimumOrderPacks: 5, orderStepPacks: 1, tiers: [], shipWithinHours: 36 },
    { name: '苹果', minimumOrderPacks: 20, orderStepPacks: 1, tiers: [], shipWithinHours: 24 },
    {
      ...{ name: '李子', minimumOrderPacks: 50, orderStepPacks: 1 },
      tiers: [{ minimumPacks: 50, price: { amount: '1500', currency: 'CNY' } }],
      // Nothing is promised: the rule binds.
      shipWithinHours: 72,
    },
  ]);
  const found = await productBySlug(desk.database, `p-${pears.productId}`);
  expect(found?.product.offers.map(({ wholesale }) => wholesale)).toMatchObject([
    { minimumOrderPacks: 5, shipWithinHours: 36 },
    { minimumOrderPacks: 1, shipWithinHours: 6 },
  ]);
});

test.each([
  ['minimumOrder', ['酥梨', '苹果', '李子']],
  ['leadTime', ['苹果', '酥梨', '李子']],
])('by %s, the whole list and what is narrowed go on from page to page', async (sort, order) => {
  for (const narrowed of ['', '&category=fruit', '&priceFrom=100', '&deliverTo=610629'])
    expect([narrowed, names(await everyPage(`sort=${sort}${narrowed}`))]).toEqual([narrowed, order]);
});

test('where one seller is asked for, its own terms count', async () => {
  const { data } = await list(`sort=minimumOrder&supplier=${otherPears.supplierId}`);
  expect(data.map(({ wholesale }) => wholesale.minimumOrderPacks)).toEqual([1]);
});

test('a change is in the order after the next round of the index; the cards say it at once', async () => {
  await terms(apples, { minimum: 1, hours: 24 });
  const minimum = async () =>
    (await list('sort=minimumOrder')).data.map(({ name, wholesale }) => [name.zh, wholesale.minimumOrderPacks]);
  expect(await minimum()).toContainEqual(['苹果', 1]);
  await house.does((tx) => indexChanged(tx));
  expect((await minimum())[0]).toEqual(['苹果', 1]);
});

test('a promise that is longer than the rule is not shown; another certification brings another promise', async () => {
  const { id } = await desk.application({});
  await house.rows(
    `update admission.application set supplier_id = $2, state = 'certified', form = '{"capacity": {"shipWithinHours": 240}}' where id = $1`,
    [id, plums.supplierId],
  );
  await house.rows('update admission.certification set application_id = $2 where supplier_id = $1', [
    plums.supplierId,
    id,
  ]);
  await terms(apples, { minimum: 1, hours: 2 });
  await house.rows('update admission.certification set application_id = $2 where supplier_id = $1', [
    apples.supplierId,
    id,
  ]);
  await house.does((tx) => indexChanged(tx));
  const { data } = await list('sort=leadTime');
  // Apples now promise by an application of ten days, and so do plums: both wait as long as the rule lets them.
  expect(data.map(({ name, wholesale }) => [name.zh, wholesale.shipWithinHours])).toEqual([
    ['酥梨', 36],
    [expect.any(String), 72],
    [expect.any(String), 72],
  ]);
});
