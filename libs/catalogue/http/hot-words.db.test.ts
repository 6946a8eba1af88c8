import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { noteFound } from '../actions/search/hot-words';
import { indexAll } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';
import { forgetSearchesJob } from '../jobs/forget-searches.job';

let house: House;
let desk: ProductDesk;
let apples: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  apples = await desk.seller();
  await desk.approved(apples);
  await house.rows(`update catalogue.product set name_zh = '洛川苹果', name_en = 'Luochuan Apple' where id = $1`, [
    apples.productId,
  ]);
  await house.does(indexAll);
});
afterAll(() => house?.close());

const ask = (path: string) => house.browser('shop').ask('GET', path);
const hot = async () => (await ask('/search/hot-words')).body['data'];
/** Somebody at each of so many addresses searches. */
const search = async (q: string, times: number, more: object = {}) => {
  for (let time = 1; time <= times; time += 1)
    await noteFound(house.database, { q, sort: 'recommended', limit: 24, ...more }, `192.0.2.${time}`);
};
const counted = () =>
  house.rows<{ word: string; asked: number }>('select word, asked from catalogue.found_word order by word');

test('what many searched for and found is hot; what somebody typed for themselves is kept nowhere', async () => {
  await search('苹果', 4);
  expect(await hot()).toEqual([]);
  await search('苹果', 5);
  expect(await hot()).toEqual(['苹果']);
  await search('pingguo', 3);
  await search('洛川的苹果', 3);
  await search('苹果', 9, { category: 'fruit' });
  await search('苹果', 9, { cursor: 'of-another-page' });
  expect(await counted()).toEqual([{ word: '苹果', asked: 5 }]);
});

test('a search counts once it is answered; one address makes nothing hot alone', async () => {
  for (let time = 0; time < 3; time += 1) expect((await ask('/products?q=%E8%8B%B9%E6%9E%9C')).status).toBe(200);
  for (let asked = 0; asked < 6;) asked = Number((await counted())[0]?.asked);
  await noteFound(house.database, { q: '苹果', sort: 'recommended', limit: 24 }, '127.0.0.1');
  expect(await counted()).toEqual([{ word: '苹果', asked: 6 }]);
});

test('nothing is hot that cannot be bought, and what is bought most fills up', async () => {
  await house.rows('update catalogue.product set sold_count = 7 where id = $1', [apples.productId]);
  expect(await hot()).toEqual(['苹果', '洛川苹果']);
  await house.rows('update admission.listing_approval set ended_at = platform.business_now() where product_id = $1', [
    apples.productId,
  ]);
  expect(await hot()).toEqual([]);
  await house.rows('update admission.listing_approval set ended_at = null where product_id = $1', [apples.productId]);
  expect(await hot()).toEqual(['苹果', '洛川苹果']);
});

test('after a week it is forgotten', async () => {
  await house.rows(`update catalogue.found_word set day = day - 7`);
  expect(await hot()).toEqual(['洛川苹果']);
  await forgetSearchesJob.run({ database: house.database } as never);
  expect(await counted()).toEqual([]);
});

test('who wants just these words is shown nothing else instead, in list and counts alike', async () => {
  expect((await ask('/products?q=pinguo')).body).toMatchObject({ data: [{}], correction: { shown: '苹果' } });
  expect((await ask('/products?q=pinguo&exact=only')).body).toMatchObject({ data: [], correction: null });
  expect((await ask('/search/facets?q=pinguo&exact=only')).body).toMatchObject({ total: 0, correction: null });
});
