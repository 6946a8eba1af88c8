import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { Notices, Vault } from '@xihuo/platform';
import { testMasterKey } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { httpFeed } from '../carrier/http-feed';
import { claimAfterSale } from './claim-after-sale';
import { followParcels, workOffParcels } from './follow-parcels';
import { parcelStrayed } from './parcel-strayed';
import { reportSignals } from './report-signals';
import { receiveOverdueParts } from './receive-overdue';
import { shipSupplierOrder } from './ship-supplier-order';
import { viewOrder } from './view-order';

/** What carriers say of parcels, through the sandbox's feed, which can be told to say it twice, backwards, or not at all. */

let shop: Shop;
let sandbox: TestSandbox;
let offer: Offer;
let lotId: string;

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  offer = await shop.offer({ stock: 1_000, grams: 500n, priceFen: 1_000n });
  lotId = await shop.lot(offer, 1_000_000n);
});
afterAll(async () => {
  await sandbox?.close();
  await shop?.close();
});
afterEach(async () => {
  await sandbox.behave();
  await shop.setClock('0');
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

const part = (order: PlacedOrder) => order.supplierOrders[0]!;
const view = async (order: PlacedOrder) =>
  (await viewOrder(shop.database, order.id, { personId: null, token: order.token })).supplierOrders[0]!;
const newsOf = async (order: PlacedOrder) => (await view(order)).parcels[0]!.news.map(({ kind }) => kind);
const follow = () => followParcels(shop.database, httpFeed(sandbox.origin));
const MINUTE = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

let numbers = 0;
async function sent(packs = 2): Promise<{ order: PlacedOrder; trackingNumber: string }> {
  const order = await shop.paidOrder({ offer, quantity: packs });
  const trackingNumber = `SF${++numbers}`;
  const { id, supplier, lines } = part(order);
  const picks = [{ lineId: lines[0]!.id, lotId, packs }];
  await shop.does((tx) =>
    shipSupplierOrder(tx, id, [supplier.id], { carrier: '示例快递', trackingNumber, picks }, 'test'),
  );
  // It left an hour ago.
  await shop.rows(
    `update ordering.shipment set shipped_at = shipped_at - interval '1 hour' where tracking_number = $1`,
    [trackingNumber],
  );
  return { order, trackingNumber };
}
const say = (trackingNumber: string, kind: string, more: object = {}) =>
  sandbox.moveParcel({ carrier: '示例快递', trackingNumber, kind, ...more });

const strayed = (order: PlacedOrder) =>
  shop.rows<{ id: string; payload: Parameters<typeof parcelStrayed>[2] }>(
    `select id, payload from platform.outbox_event where name = 'parcelStrayed' and payload ->> 'orderId' = $1 order by id`,
    [order.id],
  );
const tools = () => ({ vault: new Vault(testMasterKey), notices: new Notices(new Vault(testMasterKey)) });

test('the way of a parcel stands on its order, however it was told: twice, backwards, late', async () => {
  const { order, trackingNumber } = await sent();
  await say(trackingNumber, 'accepted', { at: at(-30), place: '示例县' });
  await say(trackingNumber, 'inTransit', { at: at(-20) });
  await sandbox.misbehave({ on: 'carrier.events', fault: 'reorder' });
  await sandbox.misbehave({ on: 'carrier.events', fault: 'duplicate' });
  await follow();
  expect(await newsOf(order)).toEqual(['inTransit', 'accepted']);
  await say(trackingNumber, 'delivered', { at: at(-5) });
  await follow();
  await say(trackingNumber, 'outForDelivery', { at: at(-10) });
  expect(await follow()).toBe(1);
  expect(await newsOf(order)).toEqual(['delivered', 'outForDelivery', 'inTransit', 'accepted']);
  expect(await shop.rows('select kind from ordering.parcel_news')).toEqual([{ kind: 'delivered' }]);
  expect(await Promise.all([follow(), follow()])).toEqual([0, 0]);
});

test('a parcel is found by whatever name its carrier goes, on either side', async () => {
  const order = await shop.paidOrder({ offer });
  const { id, supplier, lines } = part(order);
  const parcel = {
    carrier: '顺丰',
    trackingNumber: `SF99${++numbers}`,
    picks: [{ lineId: lines[0]!.id, lotId, packs: 1 }],
  };
  await shop.does((tx) => shipSupplierOrder(tx, id, [supplier.id], parcel, 'test'));
  const { trackingNumber } = parcel;
  await sandbox.moveParcel({ carrier: 'SF Express', trackingNumber, kind: 'delivered', at: at(1) });
  await follow();
  expect((await view(order)).parcels).toMatchObject([
    { carrier: '顺丰速运', carrierName: { zh: '顺丰速运', en: 'SF Express' }, news: [{ kind: 'delivered' }] },
  ]);
  expect(
    await shop.rows(
      `select name from platform.outbox_event where name = 'parcelDelivered' and payload ->> 'orderId' = $1`,
      [order.id],
    ),
  ).toHaveLength(1);
});

test('of two who lay news on one parcel at once the later news stands, whoever is first', async () => {
  const { order, trackingNumber } = await sent();
  const came = (kind: string, minutes: number) =>
    shop.rows(
      `insert into ordering.carrier_inbox (feed, event_id, carrier, tracking_number, kind, happened_at, received_at)
       values ('test', $1, '示例快递', $2, $3, $4, $4)`,
      [`${trackingNumber} ${kind}`, trackingNumber, kind, at(minutes)],
    );
  await came('delivered', -5);
  let go: () => void = () => undefined;
  const gate = new Promise<void>((open) => (go = open));
  let later: Promise<void> = Promise.resolve();
  await new Promise<void>((laid) => {
    later = shop.does(async (tx) => {
      await workOffParcels(tx);
      laid();
      await gate;
    });
  });
  await came('inTransit', -20);
  const older = shop.does(workOffParcels);
  await shop.untilWaiting(1);
  go();
  await Promise.all([later, older]);
  expect(await newsOf(order)).toEqual(['delivered', 'inTransit']);
  expect(
    await shop.rows('select kind from ordering.parcel_news where shipment_id = $1', [
      (await view(order)).parcels[0]!.id,
    ]),
  ).toEqual([{ kind: 'delivered' }]);
});

test('a feed that has nothing new writes nothing', async () => {
  await follow();
  const row = () => shop.rows('select xmin from ordering.carrier_feed');
  const before = await row();
  await follow();
  expect(await row()).toEqual(before);
});

test('a feed that does not answer is gone on with where it was left', async () => {
  const { order, trackingNumber } = await sent();
  await say(trackingNumber, 'accepted');
  await sandbox.misbehave({ on: 'carrier.events', fault: 'serverError' });
  await expect(follow()).rejects.toThrow('500');
  expect(await newsOf(order)).toEqual([]);
  await follow();
  expect(await newsOf(order)).toEqual(['accepted']);
});

test('a carrier faster than the supplier is heard once the parcel is here; words we do not know are put aside', async () => {
  const next = `SF${numbers + 1}`;
  await say(next, 'accepted');
  await say(next, 'abductedByAliens');
  await follow();
  const outcomes = () =>
    shop.rows('select kind, outcome from ordering.carrier_inbox where tracking_number = $1 order by id', [next]);
  expect(await outcomes()).toEqual([
    { kind: 'accepted', outcome: null },
    { kind: 'abductedByAliens', outcome: 'unknownKind' },
  ]);
  const { order } = await sent();
  await follow();
  expect(await newsOf(order)).toEqual(['accepted']);
  expect(await outcomes()).toMatchObject([{ outcome: 'applied' }, { outcome: 'unknownKind' }]);
});

test('delivered starts the clock of automatic receipt when we hear of it, not when the carrier says it was', async () => {
  const { order, trackingNumber } = await sent();
  await shop.rows(
    `update ordering.shipment set shipped_at = shipped_at - interval '9 days' where supplier_order_id = $1`,
    [part(order).id],
  );
  await say(trackingNumber, 'delivered', { at: at(-60 * 24 * 8) });
  await follow();
  await shop.does(receiveOverdueParts);
  expect((await view(order)).state).toBe('shipped');
  await shop.setClock('3 days 1 minute');
  await shop.does(receiveOverdueParts);
  expect((await view(order)).state).toBe('received');
});

test('a parcel that goes back after all is not received by the clock', async () => {
  const { order, trackingNumber } = await sent();
  await say(trackingNumber, 'delivered', { at: at(-10) });
  await say(trackingNumber, 'returned', { at: at(-5) });
  await follow();
  await shop.setClock('4 days');
  await shop.does(receiveOverdueParts);
  expect((await view(order)).state).toBe('shipped');
});

test.each([
  ['lost', 'lost'],
  ['returned', 'sentBack'],
])('%s: both sides are told once, and what is not claimed yet is claimed for the buyer', async (kind, reason) => {
  const { order, trackingNumber } = await sent(3);
  const { lines, id } = part(order);
  await shop.does((tx) =>
    claimAfterSale(
      tx,
      order.id,
      {
        ...{ supplierOrderId: id, kind: 'refundOnly', reason: 'late', words: '', photoIds: [] },
        lines: [{ lineId: lines[0]!.id, packs: 1 }],
      },
      { personId: null, token: order.token },
    ),
  );
  await say(trackingNumber, kind);
  await follow();
  await say(trackingNumber, kind);
  await follow();
  const told = await strayed(order);
  expect(told).toHaveLength(2);
  for (const { id: eventId, payload } of told) await shop.does((tx) => parcelStrayed(tx, tools(), payload, eventId));
  const cases = await shop.rows<{ reason: string; packs: number; done_by: string }>(
    `select reason, (select sum(packs)::integer from ordering.after_sale_line where case_id = item.id) as packs,
            (select done_by from ordering.after_sale_step where case_id = item.id order by id limit 1) as done_by
       from ordering.after_sale item where order_id = $1 order by id`,
    [order.id],
  );
  expect(cases).toEqual([
    { reason: 'late', packs: 1, done_by: 'buyer' },
    { reason, packs: 2, done_by: 'platform' },
  ]);
});

const clockOf = (order: PlacedOrder) =>
  shop.count(
    `select count(*) from ordering.parcel_news news join ordering.shipment parcel on parcel.id = news.shipment_id
      where parcel.supplier_order_id = $1 and news.delivered_at is not null`,
    [part(order).id],
  );

test('one number on parcels to different people delivers neither, and is told of the supplier; to one person it is one parcel', async () => {
  const other = await shop.offer({ stock: 100, grams: 500n, priceFen: 1_000n });
  const lot = await shop.lot(other, 100_000n);
  const send = async (phone: string, trackingNumber: string) => {
    const order = await shop.paidOrder({ offer: other, quantity: 1 });
    await shop.rows('update ordering.customer_order set phone_index = sha256($2::text::bytea) where id = $1', [
      order.id,
      phone,
    ]);
    const { id, supplier, lines } = part(order);
    const picks = [{ lineId: lines[0]!.id, lotId: lot, packs: 1 }];
    await shop.does((tx) =>
      shipSupplierOrder(tx, id, [supplier.id], { carrier: '示例快递', trackingNumber, picks }, 'test'),
    );
    return order;
  };
  const [mine, theirs] = [await send('one', 'SHARED'), await send('two', 'SHARED')];
  const together = [await send('one', 'TOGETHER'), await send('one', 'TOGETHER')];
  await say('SHARED', 'delivered', { at: at(1) });
  await say('TOGETHER', 'delivered', { at: at(1) });
  await follow();
  expect([await clockOf(mine), await clockOf(theirs)]).toEqual([0, 0]);
  expect(await newsOf(mine)).toEqual(['delivered']);
  for (const order of together) expect(await clockOf(order)).toBe(1);
  expect(
    await shop.count(
      `select count(*) from platform.outbox_event where name = 'parcelDelivered' and payload ->> 'orderId' = any ($1)`,
      [[mine, theirs].map(({ id }) => id)],
    ),
  ).toBe(0);
  await shop.does(reportSignals);
  expect(
    await shop.count(`select sum(amount) from admission.signal where supplier_id = $1 and kind = 'sharedTracking'`, [
      other.supplierId,
    ]),
  ).toBe(2);
});

test('nothing is delivered before it was sent: such news is of an older parcel with this number', async () => {
  const { order, trackingNumber } = await sent();
  await say(trackingNumber, 'delivered', { at: at(-90) });
  await follow();
  expect(await newsOf(order)).toEqual([]);
  await say(trackingNumber, 'delivered', { at: at(-30) });
  await follow();
  expect(await clockOf(order)).toBe(1);
});
