import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { followCalendar, indexAll, indexSteadily } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
let apples: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  apples = await desk.seller();
  await desk.approved(apples);
  await house.does(indexAll);
});
afterAll(() => house?.close());

const rename = (seller: Seller, zh: string, en: string) =>
  house.rows('update catalogue.product set name_zh = $2, name_en = $3 where id = $1', [seller.productId, zh, en]);
const found = async (q: string) => {
  const { body } = await house.browser('shop').ask('GET', `/products?q=${encodeURIComponent(q)}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};

test('a sign that no table spells is looked for like any other, and what cannot be indexed holds up nothing else', async () => {
  const round = () => ({ inside: house.does, putOff: 0 });
  await rename(apples, '𰻝𰻝面', 'Biangbiang noodles');
  await indexSteadily(round(), false);
  expect([await found('𰻝𰻝面'), await found('biangbiang')]).toEqual([['𰻝𰻝面'], ['𰻝𰻝面']]);

  const pears = await desk.seller();
  await desk.approved(pears);
  await house.rows(`
    create function catalogue.refuse_one() returns trigger language plpgsql as $$
    begin raise 'cannot be indexed'; end $$`);
  await house.rows(`create trigger refuse_one before insert or update on catalogue.search_document
                    for each row when (new.product_id = '${apples.productId}') execute function catalogue.refuse_one()`);
  await rename(apples, '洛川核桃', 'Luochuan Walnut');
  await rename(pears, '库尔勒香梨', 'Korla Pear');
  const first = round();
  while (await indexSteadily(first, false));
  // What is put off is found by its name of before, and sold by its rights of now.
  expect([await found('香梨'), await found('核桃')]).toEqual([['库尔勒香梨'], []]);
  expect(await house.count('select count(*) from catalogue.search_document where names like $1', ['|𰻝𰻝面|%'])).toBe(
    1,
  );
  const putOff = await house.rows<{ subject_id: string; why: string }>(
    `select subject_id, content::json -> 'after' ->> 'why' as why from platform.audit_content
      where content::json ->> 'action' = 'search.putOff'`,
  );
  expect(putOff).toEqual([{ subject_id: apples.productId, why: 'cannot be indexed' }]);

  await house.rows('update catalogue.search_stale set retry_at = null');
  await expect(indexSteadily({ ...round(), putOff: 5 }, false)).rejects.toThrow('cannot be indexed');
  await house.rows('drop trigger refuse_one on catalogue.search_document');
  await indexSteadily(round(), false);
  expect(await found('核桃')).toEqual(['洛川核桃']);
});

test('a county is a key county on the days its list says, and its goods are found so', async () => {
  const pears = await desk.seller();
  await desk.approved(pears);
  await house.does(indexAll);
  const [county] = await house.rows<{ code: string }>(
    'select region_code as code from catalogue.product where id = $1',
    [pears.productId],
  );
  const listed = (from: string, to: string | null) =>
    house.rows(
      `insert into registry.listed_county (list, region_code, effective_from, effective_to, source, in_programme)
       select 'keyAssistedCounty', $1, day + $2::integer, day + $3::integer, 'test', true
         from (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today`,
      [county!.code, from, to],
    );
  const isKey = async () => {
    await house.does(followCalendar);
    await house.does(indexAll);
    return house.count(
      `select count(*) from catalogue.search_document where product_id = '${pears.productId}' and key_county`,
    );
  };
  await house.rows('delete from registry.listed_county where region_code = $1', [county!.code]);
  await listed('1', null);
  expect(await isKey()).toBe(0);
  await house.rows('delete from registry.listed_county where region_code = $1', [county!.code]);
  await listed('-9', '1');
  expect(await isKey()).toBe(1);
  await house.rows('delete from registry.listed_county where region_code = $1', [county!.code]);
  await listed('-9', '0');
  expect(await isKey()).toBe(0);
});
