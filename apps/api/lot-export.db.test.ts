import 'reflect-metadata';
import { openHouse, openShop, type House, type Shop } from '@xihuo/testing';
import { contexts } from './contexts';

/** A lot's export as it is sent: in pieces, whole, and counted. */

const SHIPMENTS = 2_345;

let shop: Shop;
let house: House;
let code: string;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: contexts.filter(({ name }) => name !== 'identity') });
  const lotId = await shop.lot(await shop.offer(), 10_000_000n);
  await shop.rows(
    `insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
     select gen_random_uuid(), $1, gen_random_uuid(), 1, 500, now() - number * interval '1 minute' from generate_series(1, $2::int) as number`,
    [lotId, SHIPMENTS],
  );
  code = (await shop.rows<{ code: string }>('select code from trace.lot where id = $1', [lotId]))[0]!.code;
});
afterAll(() => house?.close());

const exported = () => house.browser('shop').ask('GET', `/lots/${code}/epcis`);

test('every shipment arrives, under the name of a file that nothing runs', async () => {
  const answer = await exported();
  expect(answer.status).toBe(200);
  const { epcisBody } = answer.body as { epcisBody: { eventList: { bizStep: string }[] } };
  expect(epcisBody.eventList.filter(({ bizStep }) => bizStep === 'shipping')).toHaveLength(SHIPMENTS);
  expect([
    answer.header('content-type'),
    answer.header('content-disposition'),
    answer.header('content-length'),
  ]).toEqual(['application/ld+json', `attachment; filename*=UTF-8''${code}.jsonld`, undefined]);
});

test('whoever asks for it again and again is told to wait', async () => {
  const answers = [];
  for (let asked = 0; asked < 30; asked += 1) answers.push((await exported()).status);
  expect(answers.slice(0, 29)).toEqual(Array(29).fill(200));
  expect(await exported()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
});

test('the code of its page is drawn, and of no other', async () => {
  const drawn = await house.browser('shop').ask('GET', `/lots/${code}/qr`);
  expect([drawn.status, drawn.header('content-type'), drawn.header('cache-control')]).toEqual([
    200,
    'image/svg+xml',
    'public, max-age=86400',
  ]);
  expect(await house.browser('shop').ask('GET', '/lots/XH-NO-SUCH-LOT/qr')).toMatchObject({ status: 404 });
});
