import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type Seller } from '@xihuo/testing';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let apples: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  const desk = await openProductDesk(house);
  apples = await desk.seller();
  await desk.approved(apples);
  await house.rows(`update catalogue.product set name_zh = '洛川苹果', name_en = 'Luochuan Apple' where id = $1`, [
    apples.productId,
  ]);
  await house.does(indexAll);
});
afterAll(() => house?.close());

const ask = (path: string) => house.browser('shop').ask('GET', path);
const found = async (q: string) => {
  const { body } = await ask(`/products?q=${encodeURIComponent(q)}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};

test('goods are found by the number of a pack, whole and as it is written on either side', async () => {
  const number = (article: string | null, gtin: string | null) =>
    house.rows('update catalogue.sku set article_number = $2, gtin = $3 where product_id = $1', [
      ...[apples.productId, article, gtin],
    ]);
  await number('QX-2024/007', '06901234567892');
  expect(await found('QX-2024/007')).toEqual([]);
  await house.does((tx) => indexChanged(tx));
  for (const typed of ['QX-2024/007', 'qx 2024 007', 'ＱＸ２０２４００７', '6901234567892', '06901234567892'])
    expect([typed, await found(typed)]).toEqual([typed, ['洛川苹果']]);
  for (const part of ['QX-2024/00', '2024/007', '690123456789', '69012345678921']) {
    const { body } = await ask(`/products?q=${encodeURIComponent(part)}`);
    expect([part, body['data']]).toEqual([part, []]);
  }
  await number('QX-2024/008', null);
  await house.does((tx) => indexChanged(tx));
  expect([await found('QX-2024/007'), await found('QX-2024/008')]).toEqual([[], ['洛川苹果']]);
  await number(null, null);
  await house.does((tx) => indexChanged(tx));
});
