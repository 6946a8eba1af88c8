import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { readBrand } from '../actions/channel/read-brands';
import { readVenue } from '../actions/channel/read-venues';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';
import { chinese } from '../words/chinese';

/** Two sell the same potatoes, and only the dearer one has papers for anything. */
let house: House;
let desk: ProductDesk;
let proven: Seller;
let cheaper: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  proven = await desk.seller();
  await desk.approved(proven);
  await house.rows(
    `update catalogue.product set name_zh = '山地马铃薯', name_en = 'Hill potato', harvest_months = '{}' where id = $1`,
    [proven.productId],
  );
  await house.rows(
    `insert into catalogue.indication (name_zh, name_en, kinds, source)
     values ('定西马铃薯', 'Dingxi Potato', '{农产品地理标志}', 'https://example.org'),
            ('静宁苹果', 'Jingning Apple', '{农产品地理标志}', 'https://example.org') on conflict do nothing`,
  );
  cheaper = await desk.seller({ productId: proven.productId, priceFen: 990n });
  await house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [cheaper.supplierId, cheaper.productId],
  );
  await house.does(indexAll);
});
afterAll(() => house?.close());

interface Said {
  data: {
    priceFrom: { amount: string };
    supplierCount: number;
    geographicalIndication: boolean;
    ownAccount: boolean;
    advertised: boolean;
  }[];
  total: number;
  season: number;
  suppliers: { id: string }[];
  certificates: { certificate: string; products: number }[];
  prices: { from: string; products: number }[];
  deliverTo: { code: string; products: number }[];
}
const ask = async (path: string) => (await house.browser('shop').ask('GET', path)).body as unknown as Said;
const list = async (query: string) => (await ask(`/products?${query}`)).data;
const prices = async (query: string) => (await list(query)).map(({ priceFrom }) => priceFrom.amount);
const counts = (query: string) => ask(`/search/facets?${query}`);
const certificate = (kind: string, scope = '') =>
  house.rows(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     values ($1, $2, $3, $4, 'C-1', '2099-01-01', 'valid', now(), 'test', now())`,
    [proven.supplierId, proven.productId, kind, scope],
  );
afterEach(() => house.rows(`delete from admission.certificate where number = 'C-1'`));
const suspended = async (seller: Seller, then: () => Promise<void>) => {
  await house.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
     values ($1, 'suspension', 'test', 'person:test', platform.business_now())`,
    [seller.supplierId],
  );
  await then();
  await house.rows(
    `update admission.measure set state = 'lifted', ended_at = platform.business_now() where supplier_id = $1 and ended_at is null`,
    [seller.supplierId],
  );
};

/** The potatoes by another name, and what follows of it in lists. */
async function called(name: string, then: () => Promise<void>): Promise<void> {
  const call = async (zh: string) => {
    await house.rows(`update catalogue.product set name_zh = $2 where id = $1`, [proven.productId, zh]);
    await house.does((tx) => indexChanged(tx));
  };
  await call(name);
  await then();
  await call('山地马铃薯');
}

const provenBy = async (kind: string, more = '') =>
  (await counts(more)).certificates.find((one) => one.certificate === kind)!.products;

test('a list by a certificate shows the offer of whoever has it', async () => {
  const [query, found] = ['certificate=organic', (more: string) => provenBy('organic', more)] as const;
  expect([await prices(query), await found('')]).toEqual([[], 0]);
  await certificate('organic');
  expect([await prices(query), await found('')]).toEqual([['1990'], 1]);
  expect((await list(query))[0]).toMatchObject({ supplierCount: 1, supplierId: proven.supplierId });
  expect((await list(''))[0]).toMatchObject({ supplierCount: 2, geographicalIndication: false });
  for (const sort of ['priceAsc', 'sales', 'newest', 'recommended'])
    expect(await prices(`${query}&sort=${sort}`)).toEqual(['1990']);
  expect(await prices(`${query}&priceTo=1000`)).toEqual([]);
  expect([(await counts(query)).total, (await counts(`${query}&priceTo=1000`)).total]).toEqual([1, 0]);
  const others = `supplier=${cheaper.supplierId}`;
  expect([await prices(`${query}&${others}`), await found(others)]).toEqual([[], 0]);
  await suspended(proven, async () => {
    expect([await prices(query), await found(''), (await counts(query)).total]).toEqual([[], 0, 0]);
  });
});

test.each([
  ['no indication', '', false],
  ['another indication', '静宁苹果', false],
  ['one that no register knows', '定西土豆', false],
  ['its own', '定西马铃薯', true],
])(
  'goods that bear the name of an indication are sold with a certificate that names %s, or not',
  async (_what, scope, shown) => {
    await certificate('geographicalIndication', scope);
    await called('定西马铃薯', async () => {
      const sold = shown ? [{ geographicalIndication: true, supplierId: proven.supplierId, supplierCount: 1 }] : [];
      // Whoever sells the same goods more cheaply and has no paper at all sells none of them by this name.
      for (const query of ['', `supplier=${proven.supplierId}`, 'certificate=geographicalIndication'])
        expect(await list(query)).toMatchObject(sold);
      expect((await counts('')).total).toBe(sold.length);
      expect(await provenBy('geographicalIndication')).toBe(sold.length);
    });
  },
);

test.each(['拾穗 静宁·苹果 礼盒', '拾穗 靜寧蘋果 禮盒'])(
  '%s of its supplier is called by the indication and carries the mark, though no register lists the product',
  async (name) => {
    const own = await desk.seller();
    await desk.approved(own);
    await house.rows(`update catalogue.product set name_zh = $2 where id = $1`, [own.productId, name]);
    await house.rows(
      `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
       values ($1, $2, 'geographicalIndication', '静宁苹果', 'C-2', '2099-01-01', 'valid', now(), 'test', now())`,
      [own.supplierId, own.productId],
    );
    await house.does((tx) => indexChanged(tx));
    expect(await list(`supplier=${own.supplierId}`)).toMatchObject([{ geographicalIndication: true }]);
  },
);

test('every traditional sign is simplified as the rules and the search simplify it', async () => {
  const signs = Array.from({ length: 0x9fff - 0x3400 }, (_, at) => String.fromCodePoint(0x3400 + at));
  const [row] = await house.rows<{ simple: string }>('select catalogue.simplified_signs($1) as simple', [
    signs.join(''),
  ]);
  const simple = [...row!.simple];
  expect(signs.filter((sign, at) => simple[at] !== chinese.simplifiedSign(sign))).toEqual([]);
});

test('the page of a brand shows the offers of those who may use its mark', async () => {
  await house.rows(
    `with brand as (
       insert into catalogue.brand (slug, name_zh, name_en, story_zh, story_en, region_code, owner_name, mark_number, created_at)
       values ('potatoes', '示例', 'Example', '', '', '610629', '示例协会', '', now()) returning id)
     insert into catalogue.brand_licence (brand_id, supplier_id, valid_from, valid_until, evidence, granted_at)
     select id, $1, '2020-01-01', '2099-01-01', '示例', now() from brand`,
    [proven.supplierId],
  );
  const page = () => readBrand(house.database, 'potatoes');
  expect((await page()).products).toMatchObject([
    { priceFrom: { amount: '1990' }, supplierId: proven.supplierId, supplierCount: 1 },
  ]);
  await suspended(proven, async () => {
    expect(await page()).toMatchObject({ products: [], total: 0 });
  });
});

test('a shelf by rule shows the offers of those whom it names', async () => {
  await house.rows(
    `with venue as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
       values ('potato-hall', 'provinceHall', 'open', '示例', 'Example', '', '', '610629', '示例', now()) returning id)
     insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule, rule_supplier_id)
     select id, 1, '示例', 'Example', true, $1 from venue`,
    [proven.supplierId],
  );
  const page = () => readVenue(house.database, 'potato-hall');
  const venue = 'venue=potato-hall';
  const ofCheaper = `${venue}&supplier=${cheaper.supplierId}`;
  for (const sort of ['recommended', 'priceAsc', 'newest', 'sales']) {
    expect(await list(`${venue}&sort=${sort}`)).toMatchObject([
      { priceFrom: { amount: '1990' }, supplierId: proven.supplierId, supplierCount: 1 },
    ]);
    for (const none of [`${venue}&priceTo=1000`, ofCheaper]) expect(await prices(`${none}&sort=${sort}`)).toEqual([]);
  }
  const totals = async () =>
    Promise.all([venue, `${venue}&priceTo=1000`, ofCheaper].map(async (query) => (await counts(query)).total));
  expect(await totals()).toEqual([1, 0, 0]);
  expect((await counts(venue)).suppliers.map(({ id }) => id)).toEqual([proven.supplierId]);
  expect((await page()).shelves[0]!.products).toMatchObject([
    { priceFrom: { amount: '1990' }, supplierId: proven.supplierId, supplierCount: 1 },
  ]);
  await suspended(proven, async () => {
    expect((await page()).shelves[0]).toMatchObject({ products: [], total: 0 });
    for (const sort of ['recommended', 'priceAsc', 'newest', 'sales'])
      expect(await prices(`${venue}&sort=${sort}`)).toEqual([]);
    expect(await totals()).toEqual([0, 0, 0]);
  });
});

test('the calendar that a listing publishes is the season of its goods', async () => {
  const [clock] = await house.rows<{ month: number }>(
    `select extract(month from platform.business_now() at time zone 'Asia/Shanghai')::integer as month`,
  );
  const publish = async (months: number[]) => {
    await house.rows(
      `insert into catalogue.listing_content (supplier_id, product_id, content) values ($1, $2, $3)
       on conflict (supplier_id, product_id) do update set content = excluded.content`,
      [cheaper.supplierId, cheaper.productId, JSON.stringify({ harvestMonths: months })],
    );
    await house.does((tx) => indexChanged(tx));
  };
  expect([await prices('season=now'), (await counts('')).season]).toEqual([[], 0]);
  await publish([clock!.month]);
  expect([await prices('season=now'), (await counts('')).season]).toEqual([['990'], 1]);
  await publish([(clock!.month % 12) + 1]);
  expect([await prices('season=now'), (await counts('')).season]).toEqual([[], 0]);
});

test('price and delivery are asked of those who may sell now', async () => {
  const { code: province } = (await counts('')).deliverTo[0]!;
  await house.rows(`insert into catalogue.delivery_area values ($1, $3), ($2, '610000')`, [
    cheaper.supplierId,
    proven.supplierId,
    province,
  ]);
  await house.does((tx) => indexChanged(tx));
  const q = `q=${encodeURIComponent('马铃薯')}`;
  const there = async () => (await counts(q)).deliverTo.find(({ code }) => code === province)!.products;
  expect([await prices(`${q}&priceTo=1000`), await prices(`${q}&deliverTo=${province}`), await there()]).toEqual([
    ['990'],
    ['990'],
    1,
  ]);
  expect(await prices(`${q}&deliverTo=${province}&supplier=${proven.supplierId}`)).toEqual([]);
  await suspended(cheaper, async () => {
    for (const sort of ['recommended', 'priceAsc', 'newest']) {
      expect(await prices(`${q}&priceTo=1000&sort=${sort}`)).toEqual([]);
      expect(await prices(`priceTo=1000&sort=${sort}&category=fruit`)).toEqual([]);
      expect(await prices(`${q}&deliverTo=${province}&sort=${sort}`)).toEqual([]);
      expect(await prices(`${q}&deliverTo=610000&priceFrom=1990&sort=${sort}`)).toEqual(['1990']);
    }
    expect(await there()).toBe(0);
    expect((await counts(`${q}&priceTo=1000`)).total).toBe(0);
  });
  await house.rows('delete from catalogue.delivery_area');
});

test('price, paper and delivery are asked of one and the same seller, by lists and counts alike', async () => {
  const { code: province } = (await counts('')).deliverTo[0]!;
  await house.rows(`insert into catalogue.delivery_area values ($1, $3), ($2, '610000')`, [
    cheaper.supplierId,
    proven.supplierId,
    province,
  ]);
  await house.does((tx) => indexChanged(tx));
  await certificate('organic');
  const q = `q=${encodeURIComponent('马铃薯')}`;
  const [there, here] = [`${q}&deliverTo=610000`, `${q}&deliverTo=${province}`];
  for (const sort of ['recommended', 'priceAsc', 'priceDesc', 'newest', 'sales']) {
    const sorted = (query: string) => prices(`${query}&sort=${sort}`);
    expect([sort, await sorted(there), await sorted(`${there}&priceTo=1000`)]).toEqual([sort, ['1990'], []]);
    expect([sort, await sorted(here), await sorted(`${here}&priceTo=1000`)]).toEqual([sort, ['990'], ['990']]);
    expect([sort, await sorted(`${here}&certificate=organic`)]).toEqual([sort, []]);
    expect([sort, await sorted(`${there}&certificate=organic`)]).toEqual([sort, ['1990']]);
    // Without words others are found too, none of them as cheap.
    expect(await sorted('deliverTo=610000')).not.toContain('990');
    expect([sort, await sorted('deliverTo=610000&priceTo=1000')]).toEqual([sort, []]);
  }
  expect((await list(there))[0]).toMatchObject({ supplierId: proven.supplierId, supplierCount: 1 });
  const organic = async (query: string) =>
    (await counts(query)).certificates.find((one) => one.certificate === 'organic')!.products;
  expect([await organic(q), await organic(there), await organic(here)]).toEqual([1, 1, 0]);
  const totals = [`${there}&priceTo=1000`, `${here}&certificate=organic`, `${there}&certificate=organic`];
  expect(await Promise.all(totals.map(async (query) => (await counts(query)).total))).toEqual([0, 0, 1]);
  await house.rows('delete from catalogue.delivery_area');
  await house.does((tx) => indexChanged(tx));
});

test('自营 is said of the seller whose price is shown, 广告 of goods that somebody paid for who sells them', async () => {
  await house.rows(
    `insert into catalogue.listing_content (supplier_id, product_id, own_account) values ($1, $2, true)
     on conflict (supplier_id, product_id) do update set own_account = true`,
    [proven.supplierId, proven.productId],
  );
  await house.rows(
    `insert into catalogue.paid_placement (supplier_id, product_id, starts_on, ends_on, contract, entered_by, entered_at)
     values ($1, $2, '2020-01-01', '2099-01-01', 'C-1', $1, now())`,
    [proven.supplierId, proven.productId],
  );
  const q = `q=${encodeURIComponent('定西马铃薯')}`;
  expect(await list(q)).toMatchObject([{ ownAccount: false, advertised: true }]);
  expect(await list(`${q}&supplier=${proven.supplierId}`)).toMatchObject([{ ownAccount: true, advertised: true }]);
  expect(await list(`${q}&supplier=${cheaper.supplierId}`)).toMatchObject([{ ownAccount: false, advertised: false }]);
});
