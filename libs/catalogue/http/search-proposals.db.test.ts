import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

/** What a search box proposes and corrects has something behind it, at this moment and by the names of this moment. */
let house: House;
let desk: ProductDesk;
let apples: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  apples = await desk.seller();
  await desk.approved(apples);
  await rename(apples, '洛川苹果', 'Luochuan Apple');
  await house.does(indexAll);
});
afterAll(() => house?.close());

const rename = (seller: Seller, zh: string, en: string) =>
  house.rows('update catalogue.product set name_zh = $2, name_en = $3 where id = $1', [seller.productId, zh, en]);

const ask = (path: string) => house.browser('shop').ask('GET', path);
const found = async (q: string) => {
  const { body } = await ask(`/products?q=${encodeURIComponent(q)}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};

test('what was probably meant is shown only where it finds something as a whole', async () => {
  const berries = await desk.seller();
  await desk.approved(berries);
  await rename(berries, '中宁枸杞', 'Zhongning Goji');
  await house.does(indexAll);
  const asked = async (q: string) => (await ask(`/products?q=${encodeURIComponent(q)}`)).body;
  expect(await asked('gouqj')).toMatchObject({ data: [{ name: { zh: '中宁枸杞' } }], correction: { shown: '枸杞' } });
  expect(await asked('gouqj 中宁')).toMatchObject({ data: [{}], correction: { asked: 'gouqj 中宁' } });
  expect(await asked('gouqj 苹果')).toMatchObject({ data: [], correction: null });
  const [noted] = await house.rows(`select shown from catalogue.zero_result where query = 'gouqj 苹果'`);
  expect(noted).toEqual({ shown: null });
  await house.rows(`update catalogue.product set sale_banned_reason = 'test' where id = $1`, [berries.productId]);
  await house.does(indexAll);
});

test('what nobody can buy at this moment is not shown instead', async () => {
  const [berries, wolfberries] = [await desk.seller(), await desk.seller()];
  for (const seller of [berries, wolfberries]) await desk.approved(seller);
  await rename(berries, '中宁枸杞', 'Zhongning Goji');
  await rename(wolfberries, '中宁沟渠', 'Zhongning Ditch');
  await house.does(indexAll);
  const asked = async (more = '') => {
    const [list, counts] = [await ask(`/products?q=gouqj${more}`), await ask(`/search/facets?q=gouqj${more}`)];
    const shown = (list.body['correction'] as { shown: string } | null)?.shown ?? null;
    expect((counts.body['correction'] as { shown: string } | null)?.shown ?? null).toBe(shown);
    expect(counts.body['total']).toBe((list.body['data'] as unknown[]).length);
    return shown;
  };
  const stop = (seller: Seller) =>
    house.rows('update admission.listing_approval set ended_at = platform.business_now() where product_id = $1', [
      seller.productId,
    ]);
  expect(await asked()).toBe('枸杞');
  // Words beside a filter that leaves nothing of them are no help.
  expect(await asked('&category=tea')).toBeNull();
  await stop(berries);
  expect(await asked()).toBe('沟渠');
  await stop(wolfberries);
  expect(await asked()).toBeNull();
  await house.does(indexAll);
  expect(await asked()).toBeNull();
});

test('of more matches than are considered, what is called just so is proposed', async () => {
  const many = await desk.seller();
  await desk.approved(many);
  await rename(many, '库尔勒香梨', 'Korla Pear');
  const copies = (table: string, changed: string) => `
    insert into ${table}
    select (jsonb_populate_record(one, to_jsonb(one) || ${changed})).*
      from ${table} one, generate_series(1, 600) nth`;
  const id = `md5('pear ' || nth)::uuid`;
  await house.rows(`${copies('catalogue.product', `jsonb_build_object('id', ${id}, 'slug', 'pear-' || nth, 'reference', 'pear ' || nth)`)}
                    where one.id = '${many.productId}'`);
  await house.rows(`${copies('catalogue.sku', `jsonb_build_object('id', gen_random_uuid(), 'product_id', ${id})`)}
                    where one.product_id = '${many.productId}'`);
  await house.rows(`${copies('admission.listing_approval', `jsonb_build_object('product_id', ${id})`)}
                    where one.product_id = '${many.productId}'`);
  await house.does(indexAll);
  const one = await desk.seller();
  await desk.approved(one);
  await rename(one, '香梨', 'Fragrant Pear');
  await house.does(indexAll);
  const { body } = await ask(`/search/suggestions?q=${encodeURIComponent('香梨')}`);
  expect((body['products'] as unknown[])[0]).toMatchObject({ name: { zh: '香梨' } });
  await house.rows(`update catalogue.product set sale_banned_reason = 'test' where name_zh like '%香梨'`);
  await house.does(indexAll);
});

test('a supplier is found by a new name, and no more by the old', async () => {
  const call = (name: string) =>
    house.rows('update registry.organisation set name_zh = $2 where id = $1', [apples.supplierId, name]);
  const [before] = await house.rows<{ name: string }>(
    'select name_zh as name from registry.organisation where id = $1',
    [apples.supplierId],
  );
  const proposed = async (q: string) =>
    ((await ask(`/search/suggestions?q=${encodeURIComponent(q)}`)).body['suppliers'] as { name: string }[]).map(
      ({ name }) => name,
    );
  await call('塬上清风合作社');
  await house.does((tx) => indexChanged(tx));
  expect([await found('塬上清风'), await proposed('塬上清风')]).toEqual([['洛川苹果'], ['塬上清风合作社']]);
  await call(before!.name);
  await house.does((tx) => indexChanged(tx));
  expect([await found('塬上清风'), await proposed('塬上清风')]).toEqual([[], []]);
});

test('suppliers and places of whom nothing is for sale are not proposed', async () => {
  const lone = await desk.seller();
  await desk.approved(lone);
  await rename(lone, '独家核桃', 'Lone Walnut');
  await house.rows('update registry.organisation set name_zh = $2 where id = $1', [lone.supplierId, '独家山货社']);
  await house.rows(
    `insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
     select '610699', '独家县', level, parent_code, side, 'dujia', province_code from registry.region where code = '610629' on conflict do nothing`,
  );
  await house.rows(`update catalogue.product set region_code = '610699' where id = $1`, [lone.productId]);
  await house.does(indexAll);
  const proposed = async () => {
    const { body } = await ask(`/search/suggestions?q=${encodeURIComponent('独家')}`);
    return ['products', 'suppliers', 'places'].map((kind) => (body[kind] as unknown[]).length);
  };
  expect(await proposed()).toEqual([1, 1, 1]);
  await house.rows('update admission.listing_approval set ended_at = platform.business_now() where product_id = $1', [
    lone.productId,
  ]);
  expect(await proposed()).toEqual([0, 0, 0]);
  await house.does(indexAll);
  expect(await proposed()).toEqual([0, 0, 0]);
});

test('of several who look through products at once, all changes of one product fall to the same', async () => {
  const walnuts = await desk.seller();
  await desk.approved(walnuts);
  await house.does(indexAll);
  for (const product of [apples, walnuts])
    await house.rows('insert into catalogue.search_stale (product_id) select $1::uuid from generate_series(1, 3)', [
      product.productId,
    ]);
  const waiting = async () =>
    (
      await house.rows<{ product_id: string; changes: number }>(
        'select product_id, count(*)::integer as changes from catalogue.search_stale group by product_id',
      )
    ).map(({ product_id, changes }) => [product_id, changes]);
  await house.does((tx) => indexChanged(tx, true, { number: 0, of: 2 }));
  const left = await waiting();
  expect(left.filter(([, changes]) => changes !== 3)).toEqual([]);
  await house.does((tx) => indexChanged(tx, true, { number: 1, of: 2 }));
  expect(await waiting()).toEqual([]);
});
