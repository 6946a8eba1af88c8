import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

/** Two sell the same potatoes: the dearer one harvests them now, the other does not. */
let house: House;
let desk: ProductDesk;
let harvests: Seller;
let rests: Seller;
const [ITS_PLACE, OTHER_PLACE] = ['500000', '610000'];

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  harvests = await desk.seller({ priceFen: 2_990n });
  await desk.approved(harvests);
  await house.rows(
    `update catalogue.product set name_zh = '山地马铃薯', name_en = 'Hill potato', harvest_months = '{}' where id = $1`,
    [harvests.productId],
  );
  rests = await desk.seller({ productId: harvests.productId, priceFen: 990n });
  await house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [rests.supplierId, rests.productId],
  );
  await house.rows(
    `insert into catalogue.listing_content (supplier_id, product_id, content)
     select $1, $2, jsonb_build_object('harvestMonths', jsonb_build_array(
              extract(month from platform.business_now() at time zone 'Asia/Shanghai')::integer))
     on conflict (supplier_id, product_id) do update set content = excluded.content`,
    [harvests.supplierId, harvests.productId],
  );
  await house.rows('insert into catalogue.delivery_area values ($1, $3), ($2, $4)', [
    harvests.supplierId,
    rests.supplierId,
    ITS_PLACE,
    OTHER_PLACE,
  ]);
  for (const [slug, seller, kind] of [
    ['harvest-hall', harvests, 'greenFood'],
    ['rest-hall', rests, 'organic'],
  ] as const) {
    await house.rows(
      `with venue as (
         insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
         values ($1, 'provinceHall', 'open', '示例', 'Example', '', '', '610629', '示例', now()) returning id)
       insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule, rule_supplier_id)
       select id, 1, '示例', 'Example', true, $2 from venue`,
      [slug, seller.supplierId],
    );
    await house.rows(
      `insert into admission.certificate (supplier_id, product_id, kind, number, valid_until, state, handed_in_at, verified_by, verified_at)
       values ($1, $2, $3, 'S-1', '2099-01-01', 'valid', now(), 'test', now())`,
      [seller.supplierId, seller.productId, kind],
    );
  }
  await house.does(indexAll);
});
afterAll(() => house?.close());

interface Said {
  data: { name: { zh: string }; priceFrom: { amount: string }; supplierCount: number; supplierId: string }[];
  total: number;
  season: number;
  suppliers: { id: string }[];
  certificates: { certificate: string; products: number }[];
  prices: { from: string; products: number }[];
  deliverTo: { code: string; products: number }[];
}
const words = `q=${encodeURIComponent('山地马铃薯')}`;
const ask = async (path: string) => (await house.browser('shop').ask('GET', path)).body as unknown as Said;
const counts = (more: string) => ask(`/search/facets?${words}&${more}`);
const SORTS = ['recommended', 'priceAsc', 'priceDesc', 'newest', 'sales'];
/** The same in every order, with words and without. */
async function listed(more: string): Promise<string[]> {
  const all = await Promise.all(
    SORTS.flatMap((sort) => [words, 'category=fruit'].map((begin) => `${begin}&${more}&sort=${sort}`)).map(
      async (query) =>
        (await ask(`/products?${query}`)).data
          .filter(({ name }) => name.zh === '山地马铃薯')
          .map(({ supplierId, supplierCount, priceFrom }) => `${supplierId} ${supplierCount} ${priceFrom.amount}`),
    ),
  );
  for (const one of all) expect(one).toEqual(all[0]);
  return all[0]!;
}
const its = () => [`${harvests.supplierId} 1 2990`];

test('in season are the goods of whoever harvests them now, and the card shows that offer', async () => {
  expect(await listed('season=now')).toEqual(its());
  expect(await listed('season=now&priceTo=1000')).toEqual([]);
  expect(await listed('season=now&priceFrom=1500')).toEqual(its());
  const [all, cheap, season] = [await counts(''), await counts('priceTo=1000'), await counts('season=now')];
  expect([all.total, all.season, cheap.total, cheap.season, season.total]).toEqual([1, 1, 1, 0, 1]);
  expect((await counts('season=now&priceTo=1000')).total).toBe(0);
});

test.each([
  ['supplier', () => [`supplier=${harvests.supplierId}`, `supplier=${rests.supplierId}`]],
  ['venue', () => ['venue=harvest-hall', 'venue=rest-hall']],
  ['certificate', () => ['certificate=greenFood', 'certificate=organic']],
  ['place', () => [`deliverTo=${ITS_PLACE}`, `deliverTo=${OTHER_PLACE}`]],
])('beside a %s the season is that of the sellers it leaves', async (_name, filters) => {
  const [itsOwn, theOther] = filters() as [string, string];
  expect([await listed(`${itsOwn}&season=now`), await listed(`${theOther}&season=now`)]).toEqual([its(), []]);
  const said = await Promise.all([itsOwn, theOther].map(counts));
  expect(said.map(({ total, season }) => [total, season])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  const narrowed = await Promise.all([itsOwn, theOther].map((filter) => counts(`${filter}&season=now`)));
  expect(narrowed.map(({ total }) => total)).toEqual([1, 0]);
});

test('what else is counted of goods in season is counted of those who harvest them', async () => {
  const season = await counts('season=now');
  expect(season.suppliers.map(({ id }) => id)).toEqual([harvests.supplierId]);
  const proven = season.certificates.filter(({ products }) => products > 0).map(({ certificate }) => certificate);
  expect(proven).toEqual(['greenFood']);
  const to = (place: string) => season.deliverTo.find(({ code }) => code === place)!.products;
  expect([to(ITS_PLACE), to(OTHER_PLACE)]).toEqual([1, 0]);
  const band = season.prices.filter(({ products }) => products > 0).map(({ from }) => from);
  expect(band).toEqual(['2000']);
});

test('with a new calendar the season is another from the next request of an index run on', async () => {
  const publish = (months: string) =>
    house.rows(
      `update catalogue.listing_content set content = jsonb_build_object('harvestMonths', $2::jsonb) where supplier_id = $1`,
      [harvests.supplierId, months],
    );
  await publish('[]');
  expect(await listed('season=now')).toEqual([]);
  await house.does((tx) => indexChanged(tx));
  expect([await listed('season=now'), (await counts('')).season]).toEqual([[], 0]);
});
