import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, paperwork, type House, type PlacedOrder, type Shop } from '@xihuo/testing';
import { traceParts } from '@xihuo/trace';
import { orderingParts } from '../index';

/** Parcels of many orders from one table. */

let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [catalogueParts, traceParts, paymentParts, orderingParts] });
}, 60_000);
afterAll(() => house?.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

async function selling(grams = 500n) {
  const offer = await shop.offer({ stock: 100, grams });
  const clerk = await house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  return { offer, clerk };
}
type Selling = Awaited<ReturnType<typeof selling>>;

const csv = (lines: string[]) => paperwork.encodeGb18030(['订单编号,快递,快递单号,批次号', ...lines].join('\r\n'));

const handIn = ({ clerk, offer }: Selling, lines: string[], bytes = csv(lines)) =>
  clerk.ask('POST', `/imports?kind=shipments&scope=${offer.supplierId}&name=list.csv`, bytes, {
    'content-type': 'text/csv',
  });

async function confirm({ clerk }: Selling, preview: Awaited<ReturnType<typeof handIn>>) {
  const version = { 'if-match': `"${preview.body['version']}"` };
  await clerk.ask('POST', `/imports/${preview.body['id']}/confirm`, { leaveOutFaulty: true }, version);
  await house.runImports();
  return (await clerk.ask('GET', `/imports/${preview.body['id']}`)).body;
}

const parcelsOf = (order: PlacedOrder) =>
  shop.rows<{ carrier: string; tracking_number: string; state: string; packs: number; lots: string[] }>(
    `select shipment.carrier, shipment.tracking_number, part.state,
            (select sum(packs)::int from ordering.shipment_line where shipment_id = shipment.id) as packs,
            array(select lot.code from trace.movement join trace.lot on lot.id = movement.lot_id
                   where movement.shipment_id = shipment.id order by lot.produced_on, lot.code) as lots
       from ordering.shipment join ordering.supplier_order part on part.id = shipment.supplier_order_id
      where part.order_id = $1 order by shipment.id`,
    [order.id],
  );

const codeOf = async (lotId: string) =>
  (await shop.rows<{ code: string }>('select code from trace.lot where id = $1', [lotId]))[0]!.code;

const faultsOf = async ({ clerk }: Selling, preview: Awaited<ReturnType<typeof handIn>>) =>
  (
    (await clerk.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`)).body['data'] as {
      row: number;
      faults: { column: string | null; code: string; value: string; reason: { zh: string }; fix: { zh: string } }[];
    }[]
  ).map(({ row, faults }) => [row, faults[0]!.column, faults[0]!.code] as const);

test('a table in GB 18030 ships three orders at once, the oldest lots first; nothing before it is confirmed; twice is once', async () => {
  const own = await selling();
  const older = await shop.lot(own.offer, 1_000n);
  const newer = await shop.lot(own.offer, 5_000n);
  await shop.rows(`update trace.lot set produced_on = '2026-10-01' where id = $1`, [older]);
  const orders = [];
  for (const quantity of [1, 2, 3]) orders.push(await shop.paidOrder({ offer: own.offer, quantity }));
  const lines = orders.map((order, at) => `${order.number},顺丰速运,SF100000${at},`);
  const preview = await handIn(own, lines);
  expect(preview.body['counts']).toMatchObject({ total: 3, ready: 3, faulty: 0 });
  expect(await parcelsOf(orders[0]!)).toEqual([]);
  expect(await confirm(own, preview)).toMatchObject({ state: 'done', counts: { written: 3 } });
  const [oldCode, newCode] = [await codeOf(older), await codeOf(newer)];
  const sent = await Promise.all(orders.map(parcelsOf));
  expect(sent).toEqual([
    [{ carrier: '顺丰速运', tracking_number: 'SF1000000', state: 'shipped', packs: 1, lots: [oldCode] }],
    [{ carrier: '顺丰速运', tracking_number: 'SF1000001', state: 'shipped', packs: 2, lots: [oldCode, newCode] }],
    [{ carrier: '顺丰速运', tracking_number: 'SF1000002', state: 'shipped', packs: 3, lots: [newCode] }],
  ]);
  const left = await shop.rows('select on_hand, reserved from ordering.stock where sku_id = $1', [own.offer.skuId]);
  expect(left).toEqual([{ on_hand: 94, reserved: 0 }]);
  expect(
    await shop.count(
      `select count(*) from platform.outbox_event where name in ('parcelShipped', 'supplierOrderShipped')
          and payload ->> 'supplierId' = $1`,
      [own.offer.supplierId],
    ),
  ).toBe(6);
  const again = await handIn(own, [...lines, '']);
  expect(again.body['counts']).toMatchObject({ known: 3, ready: 0, faulty: 0 });
});

test('every row that cannot leave says which cell, why and what to do; the others leave', async () => {
  const own = await selling();
  await shop.lot(own.offer, 1_500n);
  const other = await selling();
  const [good, big, gone, theirs] = [
    await shop.paidOrder({ offer: own.offer, quantity: 2 }),
    await shop.paidOrder({ offer: own.offer, quantity: 5 }),
    await shop.paidOrder({ offer: own.offer, quantity: 1 }),
    await shop.paidOrder({ offer: other.offer, quantity: 1 }),
  ];
  const unpaid = await shop.placedOrder({ offer: own.offer });
  const gonePart = gone.supplierOrders[0]!;
  const lotId = await shop.lot(own.offer, 500n);
  await shop.shipPart(gonePart, [{ lineId: gonePart.lines[0]!.id, lotId, packs: 1 }]);
  const last = good.number.slice(0, 15);
  const wrong = `${last}${(Number(good.number[15]) + 1) % 10}`;
  const preview = await handIn(own, [
    `${good.number},顺丰速运,SF2000001,`,
    `${big.number},顺丰速运,SF2000002,`,
    `${gone.number},顺丰速运,SF2000003,`,
    `${theirs.number},顺丰速运,SF2000004,`,
    `${unpaid.number},顺丰速运,SF2000005,`,
    `${wrong},顺丰速运,SF2000006,`,
    `${good.number},顺丰速运,SF2000007,`,
    `${good.number.slice(0, 1)}.61128E+15,顺丰速运,SF2000008,`,
    `${big.number},,SF2000009,LOT-NOWHERE`,
  ]);
  expect(preview.body['counts']).toMatchObject({ ready: 1, faulty: 8 });
  expect(await faultsOf(own, preview)).toEqual([
    [3, 'lots', 'LOT_SHORT'],
    [4, 'trackingNumber', 'SHIPPED_ALREADY'],
    [5, 'order', 'NO_SUCH_ORDER'],
    [6, 'order', 'NO_SUCH_ORDER'],
    [7, 'order', 'NOT_AN_ORDER_NUMBER'],
    [8, null, 'REPEATED'],
    [9, 'order', 'DIGITS_LOST'],
    [10, 'carrier', 'EMPTY'],
  ]);
  await confirm(own, preview);
  expect((await parcelsOf(good)).map(({ packs }) => packs)).toEqual([2]);
  expect(await parcelsOf(theirs)).toEqual([]);
});

test('a carrier is meant by name, short name or code, another one by saying so, and a slip of the pen is told', async () => {
  const own = await selling();
  await shop.lot(own.offer, 10_000n);
  const orders: PlacedOrder[] = [];
  for (let at = 0; at < 5; at += 1) orders.push(await shop.paidOrder({ offer: own.offer }));
  const written = ['顺丰', 'ZTO', 'yunda express', '其他：县城顺路车', '顺封速运'];
  const preview = await handIn(
    own,
    written.map((carrier, at) => `${orders[at]!.number},${carrier},AB800000${at},`),
  );
  expect(preview.body['counts']).toMatchObject({ ready: 4, faulty: 1 });
  expect(await faultsOf(own, preview)).toEqual([[6, 'carrier', 'CARRIER_UNKNOWN']]);
  await confirm(own, preview);
  expect((await Promise.all(orders.map(parcelsOf))).map((parcels) => parcels.map(({ carrier }) => carrier))).toEqual([
    ['顺丰速运'],
    ['中通快递'],
    ['韵达快递'],
    ['县城顺路车'],
    [],
  ]);
});

test('a lot that is named is the only one; what left by hand meanwhile is not sent again, and the rest goes on', async () => {
  const own = await selling();
  await shop.lot(own.offer, 10_000n);
  const named = await shop.lot(own.offer, 1_000n);
  const code = await codeOf(named);
  const orders = [
    await shop.paidOrder({ offer: own.offer, quantity: 2 }),
    await shop.paidOrder({ offer: own.offer, quantity: 1 }),
    await shop.paidOrder({ offer: own.offer, quantity: 1 }),
  ];
  const [first, second, third] = orders as [PlacedOrder, PlacedOrder, PlacedOrder];
  const preview = await handIn(own, [
    `${first.number},顺丰速运,SF3000001,${code}`,
    `${second.number},顺丰速运,SF3000002,`,
    `${third.number},顺丰速运,SF3000003,${code}`,
  ]);
  // The second order finds all of the named lot taken by the first.
  expect(await faultsOf(own, preview)).toEqual([[4, 'lots', 'LOT_SHORT']]);
  const part = second.supplierOrders[0]!;
  await shop.shipPart(part, [{ lineId: part.lines[0]!.id, lotId: named, packs: 1 }]);
  // Now the first row's lot lacks a pack, and the second row's order has left.
  expect(await confirm(own, preview)).toMatchObject({ state: 'done', counts: { written: 0, faulty: 3 } });
  expect(await faultsOf(own, preview)).toEqual([
    [2, 'lots', 'LOT_SHORT'],
    [3, 'trackingNumber', 'SHIPPED_ALREADY'],
    [4, 'lots', 'LOT_SHORT'],
  ]);
  expect(await parcelsOf(first)).toEqual([]);
});

test('what is handed out to be filled in is taken back; another supplier has no such list', async () => {
  const own = await selling();
  await shop.lot(own.offer, 5_000n);
  const order = await shop.paidOrder({ offer: own.offer, quantity: 3 });
  const path = `/suppliers/${own.offer.supplierId}/shipments/file?format=csv`;
  const file = await own.clerk.ask('GET', path);
  const [head, row, ...rest] = Buffer.from(file.bytes).toString('utf8').trim().split('\r\n');
  expect(rest).toEqual([]);
  expect(row).toContain(`${order.number},,,,`);
  const filled = [head, row!.replace(`${order.number},,`, `${order.number},中通快递,ZT4000001`)].join('\r\n');
  const preview = await handIn(own, [], Buffer.from(filled));
  expect(preview.body).toMatchObject({
    counts: { total: 1, ready: 1 },
    ignored: ['下单时间', '商品', '收货地区', '收货人'],
  });
  await confirm(own, preview);
  expect(await parcelsOf(order)).toMatchObject([{ tracking_number: 'ZT4000001', packs: 3 }]);
  const other = await selling();
  expect((await other.clerk.ask('GET', path)).status).toBe(404);
  expect((await handIn({ ...other, offer: own.offer }, [])).status).toBe(404);
});
