import { randomUUID } from 'node:crypto';
import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import {
  openHouse,
  openProductDesk,
  openShop,
  paperwork,
  type House,
  type ProductDesk,
  type Shop,
} from '@xihuo/testing';
import { orderingParts } from '../index';

let house: House;
let shop: Shop;
let desk: ProductDesk;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

async function selling() {
  const { supplierId, productId } = await desk.seller();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const [sku] = await house.rows<{ id: string; pack: string; slug: string }>(
    'select id, pack, slug from catalogue.sku_v where supplier_id = $1',
    [supplierId],
  );
  return { supplierId, productId, clerk, ...sku! };
}
type Own = Awaited<ReturnType<typeof selling>>;

const handIn = ({ clerk, supplierId }: Own, lines: string[]) =>
  clerk.ask(
    'POST',
    `/imports?kind=stock&scope=${supplierId}&name=stock.csv`,
    paperwork.encodeGb18030(['商品代码,规格,库存', ...lines].join('\r\n')),
    { 'content-type': 'text/csv' },
  );
const count = ({ clerk, supplierId, id }: Own, onHand: number, version: number, more: object = {}) =>
  clerk.ask('PUT', `/suppliers/${supplierId}/stock/${id}`, { onHand, ...more }, { 'if-match': `"${version}"` });
const shelfOf = (skuId: string) =>
  house.rows<{ on_hand: number; moved: number }>(
    `select on_hand, (select sum(on_hand_change)::int from ordering.stock_movement where sku_id = $1) as moved
       from ordering.stock where sku_id = $1`,
    [skuId],
  );

test('a count of one pack holds at once, with a movement and a line of audit; others have no such pack', async () => {
  const own = await selling();
  const path = `/suppliers/${own.supplierId}/stock`;
  expect((await own.clerk.ask('GET', path)).body['data']).toMatchObject([{ onHand: 0, reserved: 0, counted: false }]);
  expect((await own.clerk.ask('PUT', `${path}/${own.id}`, { onHand: 12 })).code).toBe('VERSION_MISSING');
  const counted = await count(own, 12, 1);
  expect(counted.body).toMatchObject({ skuId: own.id, onHand: 12, reserved: 0, counted: true, version: 2 });
  expect(counted.body['places']).toEqual([{ venue: null, onHand: 12, reserved: 0, counted: true, version: 2 }]);
  expect(await shelfOf(own.id)).toEqual([{ on_hand: 12, moved: 12 }]);
  expect(
    await house.count('select count(*) from catalogue.sku where id = $1 and stock_state <> $2', [own.id, 'out']),
  ).toBe(1);
  await house.rows('update ordering.stock set reserved = 3 where sku_id = $1', [own.id]);
  expect(await count(own, 2, 2)).toMatchObject({
    status: 409,
    code: 'STOCK_BELOW_RESERVED',
  });
  const other = await selling();
  expect((await count({ ...own, id: other.id }, 1, 1)).status).toBe(404);
  expect((await count(own, 1.5, 2)).status).toBe(422);
  expect(await shelfOf(own.id)).toEqual([{ on_hand: 12, moved: 12 }]);
});

test('a table of counts is looked at, written once, and handed in again changes nothing', async () => {
  const own = await selling();
  const preview = await handIn(own, [
    `${own.slug},${own.pack},40`,
    `${own.slug},没有的规格,4`,
    `没有的商品,${own.pack},4`,
    `${own.slug},${own.pack},四十`,
  ]);
  expect(preview.body['counts']).toMatchObject({ ready: 1, faulty: 3 });
  const { body } = await own.clerk.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(body['data']).toMatchObject([
    { row: 3, faults: [{ column: 'product', code: 'NO_PACK' }] },
    { row: 4, faults: [{ column: 'product', code: 'NO_PACK' }] },
    { row: 5, faults: [{ column: 'onHand', value: '四十', code: 'NOT_A_COUNT' }] },
  ]);
  expect(await shelfOf(own.id)).toEqual([]);
  const version = { 'if-match': `"${preview.body['version']}"` };
  await own.clerk.ask('POST', `/imports/${preview.body['id']}/confirm`, { leaveOutFaulty: true }, version);
  await house.runImports();
  expect(await shelfOf(own.id)).toEqual([{ on_hand: 40, moved: 40 }]);
  expect((await handIn(own, [`${own.slug},${own.pack},40`])).body['counts']).toMatchObject({ known: 1, ready: 0 });

  await house.rows('update ordering.stock set reserved = 5 where sku_id = $1', [own.id]);
  const below = await handIn(own, [`${own.slug},${own.pack},4`]);
  const rows = await own.clerk.ask('GET', `/imports/${below.body['id']}/rows`);
  expect(rows.body['data']).toMatchObject([{ faults: [{ column: 'onHand', code: 'BELOW_RESERVED' }] }]);
});

test('what is handed out as a file is taken back as it is', async () => {
  const own = await selling();
  await count(own, 7, 1);
  const file = await own.clerk.ask('GET', `/suppliers/${own.supplierId}/stock/file?format=csv`);
  const again = await own.clerk.ask('POST', `/imports?kind=stock&scope=${own.supplierId}&name=again.csv`, file.bytes, {
    'content-type': 'text/csv',
  });
  expect(again.body).toMatchObject({ counts: { total: 1, known: 1 }, ignored: ['名称', '订单占用（件）'] });
});

test('a table that was taken out takes what was sent since off its count, however often it is handed in', async () => {
  const own = await selling();
  await count(own, 100, 1);
  const file = await own.clerk.ask('GET', `/suppliers/${own.supplierId}/stock/file?format=csv`);
  const [heads, row] = file.bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  expect(heads).toContain('累计发出');
  // Thirty go out after the file was made; whoever edits it means ninety of the hundred.
  await house.rows('update ordering.stock set on_hand = on_hand - 30 where sku_id = $1', [own.id]);
  const edited = Buffer.from([heads, row!.replace(',100,', ',90,')].join('\n'));
  const send = () =>
    own.clerk.ask('POST', `/imports?kind=stock&scope=${own.supplierId}&name=stock.csv`, edited, {
      'content-type': 'text/csv',
    });
  const preview = await send();
  expect(preview.body['counts']).toMatchObject({ ready: 1, faulty: 0 });
  // Five more before it is written.
  await house.rows('update ordering.stock set on_hand = on_hand - 5 where sku_id = $1', [own.id]);
  await own.clerk.ask(
    'POST',
    `/imports/${preview.body['id']}/confirm`,
    {},
    { 'if-match': `"${preview.body['version']}"` },
  );
  await house.runImports();
  expect((await shelfOf(own.id))[0]!.on_hand).toBe(55);
  expect((await send()).body['counts']).toMatchObject({ known: 1, ready: 0 });
});

test('a pack that two rows name in different words is told at the second, however far below it stands', async () => {
  const own = await selling();
  const [product] = await house.rows<{ name: string }>('select name_zh as name from catalogue.product where id = $1', [
    own.productId,
  ]);
  const between = Array.from({ length: 600 }, (_, at) => `没有的商品${at},${own.pack},1`);
  const preview = await handIn(own, [`${own.slug},${own.pack},40`, ...between, `${product!.name},${own.pack},50`]);
  expect(preview.body['counts']).toMatchObject({ ready: 1, faulty: 601 });
  const [last] = await house.rows<{ faults: { code: string }[] }>(
    'select faults from platform.import_row where import_id = $1 order by number desc limit 1',
    [preview.body['id']],
  );
  expect(last!.faults[0]!.code).toBe('REPEATED');
});

test('a count over what was counted meanwhile is refused, and of two at once one holds', async () => {
  const own = await selling();
  const both = await Promise.all([count(own, 10, 1), count(own, 20, 1)]);
  expect(both.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'STALE_VERSION']);
  const [standing] = await shelfOf(own.id);
  expect(standing).toEqual({ on_hand: both[0]!.status === 200 ? 10 : 20, moved: both[0]!.status === 200 ? 10 : 20 });
  expect(await count(own, 30, 1)).toMatchObject({ status: 412, code: 'STALE_VERSION', body: { version: 2 } });
  expect((await count(own, 30, 2, { reason: 'goodsIn' })).body).toMatchObject({ onHand: 30, version: 3 });
  expect(
    await house.rows(
      `select reason, on_hand_change as change from ordering.stock_movement where sku_id = $1 order by id`,
      [own.id],
    ),
  ).toEqual([
    { reason: 'stocktake', change: standing!.on_hand },
    { reason: 'goodsIn', change: 30 - standing!.on_hand },
  ]);
});

test('a table names places by their venues, each place of a pack is a row, and what is handed out names them too', async () => {
  const own = await selling();
  const { slug, id: placeId } = await shop.stall(own.id);
  const [venue] = await house.rows<{ name: string }>('select name_zh as name from catalogue.venue where id = $1', [
    placeId,
  ]);
  const send = (lines: string[]) =>
    own.clerk.ask(
      'POST',
      `/imports?kind=stock&scope=${own.supplierId}&name=stock.csv`,
      paperwork.encodeGb18030(['商品代码,规格,存放地点,库存', ...lines].join('\r\n')),
      { 'content-type': 'text/csv' },
    );
  const preview = await send([
    `${own.slug},${own.pack},,40`,
    `${own.slug},${own.pack},${venue!.name},5`,
    `${own.slug},${own.pack},${slug},6`,
    `${own.slug},${own.pack},没有的地方,7`,
  ]);
  expect(preview.body['counts']).toMatchObject({ ready: 2, faulty: 2 });
  const faulty = await own.clerk.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(faulty.body['data']).toMatchObject([
    { row: 4, faults: [{ code: 'REPEATED' }] },
    { row: 5, faults: [{ column: 'place', code: 'NO_PLACE' }] },
  ]);
  const version = { 'if-match': `"${preview.body['version']}"` };
  await own.clerk.ask('POST', `/imports/${preview.body['id']}/confirm`, { leaveOutFaulty: true }, version);
  await house.runImports();
  expect((await own.clerk.ask('GET', `/suppliers/${own.supplierId}/stock`)).body['data']).toMatchObject([
    {
      onHand: 45,
      places: [
        { venue: null, onHand: 40 },
        { venue: { slug }, onHand: 5 },
      ],
    },
  ]);
  const file = await own.clerk.ask('GET', `/suppliers/${own.supplierId}/stock/file?format=csv`);
  expect(file.bytes.toString('utf8')).toContain(`,${venue!.name},5,0,0`);
  const again = await own.clerk.ask('POST', `/imports?kind=stock&scope=${own.supplierId}&name=again.csv`, file.bytes, {
    'content-type': 'text/csv',
  });
  expect(again.body['counts']).toMatchObject({ total: 2, known: 2 });
});

test('packs are moved where a venue takes them, by two movements of one act; what orders hold stays', async () => {
  const own = await selling();
  const path = `/suppliers/${own.supplierId}/stock`;
  const { slug } = await shop.stall(own.id);
  const { slug: elsewhere } = await shop.stall();
  expect((await own.clerk.ask('GET', `${path}/places?product=${own.productId}`)).body['data']).toMatchObject([
    { slug },
  ]);
  await count(own, 10, 1);
  await house.rows('update ordering.stock set reserved = 4 where sku_id = $1', [own.id]);
  const move = (body: object, key: string = randomUUID()) =>
    own.clerk.ask('POST', `${path}/${own.id}/moves`, body, { 'idempotency-key': key });
  expect(await move({ to: slug, packs: 7 })).toMatchObject({ status: 409, code: 'STOCK_NOT_FREE', body: { free: 6 } });
  expect(await move({ to: elsewhere, packs: 1 })).toMatchObject({ status: 422, code: 'STOCK_PLACE_NOT_OFFERED' });
  expect(await move({ from: slug, packs: 1 })).toMatchObject({ status: 422, code: 'STOCK_PLACE_NOT_OFFERED' });
  expect((await move({ packs: 1 })).status).toBe(422);
  const pressed = randomUUID();
  expect((await move({ to: slug, packs: 3 }, pressed)).body).toMatchObject({ places: [{ onHand: 7 }, { onHand: 3 }] });
  // Pressed again, as the answer had not come: the same answer, and nothing moves.
  expect((await move({ to: slug, packs: 3 }, pressed)).body).toMatchObject({ places: [{ onHand: 7 }, { onHand: 3 }] });
  expect((await own.clerk.ask('POST', `${path}/${own.id}/moves`, { to: slug, packs: 1 })).code).toBe(
    'IDEMPOTENCY_KEY_MISSING',
  );
  expect((await move({ to: slug, packs: 3 })).body).toMatchObject({
    ...{ onHand: 10, reserved: 4 },
    places: [
      { venue: null, onHand: 4, version: 4 },
      { venue: { slug }, onHand: 6, version: 3 },
    ],
  });
  expect(
    await house.rows(
      `select count(*)::int as movements, count(distinct cause_id)::int as acts, sum(on_hand_change)::int as change
         from ordering.stock_movement where sku_id = $1 and kind = 'move'`,
      [own.id],
    ),
  ).toEqual([{ movements: 4, acts: 2, change: 0 }]);
  // What lies in a venue that has closed is still counted and fetched back.
  await house.rows(`update catalogue.venue set state = 'closed' where slug = $1`, [slug]);
  expect((await count(own, 5, 3, { place: slug, reason: 'loss' })).body).toMatchObject({ onHand: 9, version: 4 });
  expect((await move({ from: slug, packs: 5 })).body).toMatchObject({
    onHand: 9,
    places: [{ onHand: 9 }, { onHand: 0 }],
  });
  expect(await move({ to: slug, packs: 1 })).toMatchObject({ code: 'STOCK_PLACE_NOT_OFFERED' });
  // As no order is behind what this test holds, it is let go before the books are looked at.
  await house.rows('update ordering.stock set reserved = 0 where sku_id = $1', [own.id]);
});
