import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ids } from '@xihuo/kernel';
import { Vault } from '@xihuo/platform';
import { openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { lots } from '@xihuo/trace';
import { deliveryCell } from '../store/delivery-cell';
import { shipSupplierOrder } from './ship-supplier-order';
import { beginTelling, tellBuyersOfRecall, TELLING_PAGE } from './tell-buyers-of-recall';
import { viewRecalledParcels, viewTelling } from './view-recalled-parcels';

const root = join(__dirname, '../../..');
const log = { error: jest.fn() };

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
beforeEach(() => log.error.mockClear());
afterAll(() => shop?.close());

const recalled = async (offer: Offer, lotId: string): Promise<string> => {
  const scale = shop.scale();
  const wanted = { id: randomUUID(), lotIds: [lotId], class: 1 as const, reason: '农残超标', notice: '请停止食用。' };
  return (await scale.asClerk(offer.supplierId, (tx) => lots.recall(tx, scale.kit, wanted))).id;
};
const begin = (recallId: string) => shop.does((tx) => beginTelling(tx, [recallId]));
const tell = (page?: number) => shop.does((tx) => tellBuyersOfRecall(tx, { ...shop.scale().kit, log }, page));
const tellAll = async (page?: number) => {
  while (await tell(page));
};
const texted = (recallId: string) =>
  shop.count(`select count(*) from platform.outgoing_message where key like 'recall:' || $1 || '%'`, [recallId]);
const telling = async (recallId: string) =>
  (
    await shop.rows<{ orders: number; unreachable: number; done: boolean }>(
      'select orders, unreachable, done_at is not null as done from ordering.recall_telling where recall_id = $1',
      [recallId],
    )
  )[0];

/** The columns that can be written of a table. */
const columnsOf = async (table: string): Promise<string> =>
  (
    await shop.rows<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
  )[0]!.list;

/** As many more orders as this one, each of its own buyer, all from the lot. */
async function alike(order: PlacedOrder, lotId: string, many: number): Promise<void> {
  const vault = new Vault(testMasterKey);
  const orders = Array.from({ length: many }, () => ids.uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16))));
  const sealed = orders.map((id) => vault.seal(deliveryCell(id), JSON.stringify({ phone: '10012345678' })));
  const copied = async (table: string, from: string, changed: string) => {
    const columns = await columnsOf(table);
    return `insert into ${table} (${columns}) select ${columns.replace(/^|(?<=, )/g, 'copy.')}
      from ${table} source cross join ${from} cross join lateral jsonb_populate_record(source, jsonb_build_object(${changed})) copy`;
  };
  await shop.rows(
    `with wanted as (
       select * from unnest($2::uuid[], $3::bytea[]) as wanted (id, sealed)
     ), bought as (
       ${await copied(
         'ordering.customer_order',
         'wanted',
         `'id', wanted.id, 'number', wanted.id, 'delivery_sealed', wanted.sealed, 'person_id', gen_random_uuid()`,
       )} where source.id = $1 returning id
     ), part as (
       ${await copied('ordering.supplier_order', 'bought', `'id', gen_random_uuid(), 'order_id', bought.id`)}
        where source.order_id = $1 returning id, order_id
     ), line as (
       ${await copied(
         'ordering.order_line',
         'part',
         `'id', gen_random_uuid(), 'order_id', part.order_id, 'supplier_order_id', part.id`,
       )} where source.order_id = $1 returning id
     )
     insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
     select id, $4, gen_random_uuid(), 1, 500, now() from line`,
    [order.id, orders, sealed, lotId],
  );
}

test('whoever received goods of a recalled lot is told once, guests by the phone of the parcel', async () => {
  const offer = await shop.offer();
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  await shop.ship(orders[0]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[1]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[2]!, new Map([[offer.productId, good]]));
  const person = randomUUID();
  await shop.rows('update ordering.customer_order set person_id = $2 where id = $1', [orders[0]!.id, person]);
  const id = await recalled(offer, bad);

  expect(await tell()).toBe(false);
  await begin(id);
  await begin(id);
  await tellAll();
  expect(await telling(id)).toEqual({ orders: 2, unreachable: 0, done: true });
  expect(await texted(id)).toBe(2);
  expect(await viewTelling(shop.database, [offer.supplierId], id)).toMatchObject({ orders: 2, unreachable: 0 });
  await expect(viewTelling(shop.database, [await shop.supplier()], id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await shop.count('select count(*) from platform.notice where person_id = $1', [person])).toBe(1);
});

test('an order with goods of the recall on several pages is told once, of all of them', async () => {
  const offer = await shop.offer();
  const second = await shop.offer({ supplierId: offer.supplierId });
  const [bad, worse] = [await shop.lot(offer, 10_000n), await shop.lot(second, 10_000n)];
  const order = await shop.paidOrder({ offer }, { offer: second });
  await shop.ship(
    order,
    new Map([
      [offer.productId, bad],
      [second.productId, worse],
    ]),
  );
  const person = randomUUID();
  await shop.rows('update ordering.customer_order set person_id = $2 where id = $1', [order.id, person]);
  const scale = shop.scale();
  const wanted = { id: randomUUID(), lotIds: [bad, worse], class: 1 as const, reason: '农残超标', notice: '停食。' };
  await scale.asClerk(offer.supplierId, (tx) => lots.recall(tx, scale.kit, wanted));

  await begin(wanted.id);
  await tellAll(1);
  expect(await telling(wanted.id)).toEqual({ orders: 1, unreachable: 0, done: true });
  const told = await shop.rows<{ body_zh: string }>('select body_zh from platform.notice where person_id = $1', [
    person,
  ]);
  expect(told).toHaveLength(1);
  const names = order.supplierOrders[0]!.lines.map((line) => line.productName);
  expect(names.filter((name) => !told[0]!.body_zh.includes(name))).toEqual([]);
});

test('goods of one line in two parcels: nobody behind them is forgotten, and each parcel says what it holds', async () => {
  const offer = await shop.offer();
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const orders = [await shop.paidOrder({ offer, quantity: 3 }), await shop.paidOrder({ offer })];
  const { supplierOrders } = orders[0]!;
  const [part] = supplierOrders;
  const parcel = (lotId: string, partial = true) =>
    shop.does((tx) =>
      shipSupplierOrder(
        tx,
        part!.id,
        [offer.supplierId],
        {
          ...{ carrier: '示例快递', trackingNumber: 'SL1', partial },
          picks: [{ lineId: part!.lines[0]!.id, lotId, packs: 1 }],
        },
        'test',
      ),
    );
  await parcel(bad);
  await parcel(good);
  await parcel(bad, false);
  await shop.ship(orders[1]!, new Map([[offer.productId, bad]]));
  const id = await recalled(offer, bad);
  await begin(id);
  await tellAll(2);
  expect(await telling(id)).toEqual({ orders: 2, unreachable: 0, done: true });
  const { data } = await viewRecalledParcels(shop.database, [offer.supplierId], {
    params: { id },
    query: { limit: 9 },
  });
  expect(data.map(({ packs, lots: held }) => [packs, held.length])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  const origin = await lots.traceBack(shop.database, part!.lines[0]!.id);
  expect(origin.lots.map(({ packs }) => packs).sort()).toEqual([1, 2]);
});

test('killed with kill -9 between two pages, the next worker goes on: each buyer is told once', async () => {
  const offer = await shop.offer();
  const lotId = await shop.lot(offer, 10_000n);
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, lotId]]));
  const many = 2 * TELLING_PAGE + 100;
  await alike(order, lotId, many);
  const id = await recalled(offer, lotId);
  await begin(id);

  const worker = (failpoint: string) =>
    new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          ...['-r', '@swc-node/register', 'test/chaos/run-job.ts'],
          ...[shop.url, testMasterKey, failpoint, 'ordering.tellOfRecalls'],
        ],
        {
          ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
          env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
        },
      );
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(signal ?? code));
    });
  expect(await worker('ordering.tellOfRecall:afterCommit')).toBe('SIGKILL');
  expect([await texted(id), await telling(id)]).toMatchObject([TELLING_PAGE, { orders: TELLING_PAGE, done: false }]);
  // What was written in the page that died is gone with it.
  expect(await worker('ordering.tellOfRecall:beforeCommit')).toBe('SIGKILL');
  expect(await texted(id)).toBe(TELLING_PAGE);
  expect(await worker('none')).toBe(0);
  expect(await telling(id)).toEqual({ orders: many + 1, unreachable: 0, done: true });
  expect(await texted(id)).toBe(many + 1);
  expect(
    await shop.count(`select count(distinct person_id) from platform.notice where key like 'recall:' || $1 || '%'`, [
      id,
    ]),
  ).toBe(many);
});

test('a phone that does not open keeps the warning from nobody else; a withdrawn recall frightens nobody more', async () => {
  const offer = await shop.offer();
  const lotId = await shop.lot(offer, 10_000n);
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  for (const order of orders) await shop.ship(order, new Map([[offer.productId, lotId]]));
  await shop.rows(`update ordering.customer_order set delivery_sealed = '\\x00' where id = $1`, [orders[0]!.id]);
  const id = await recalled(offer, lotId);
  await begin(id);
  await tellAll();
  expect(await telling(id)).toEqual({ orders: 2, unreachable: 1, done: true });
  expect(await texted(id)).toBe(1);
  expect(log.error).toHaveBeenCalledTimes(1);

  const mistaken = await shop.lot(offer, 10_000n);
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, mistaken]]));
  const withdrawn = await recalled(offer, mistaken);
  await shop.rows(`update trace.recall set state = 'withdrawn', closed_at = now(), result = '误报' where id = $1`, [
    withdrawn,
  ]);
  await begin(withdrawn);
  await tellAll();
  expect([await texted(withdrawn), await telling(withdrawn)]).toEqual([0, { orders: 0, unreachable: 0, done: true }]);
});

test('that a recall was withdrawn hears whoever was told of it, once, and nobody else', async () => {
  const offer = await shop.offer();
  const lotId = await shop.lot(offer, 10_000n);
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  for (const order of orders) await shop.ship(order, new Map([[offer.productId, lotId]]));
  const id = await recalled(offer, lotId);
  await begin(id);
  // The worker had come to two of three when it was withdrawn.
  await tell(1);
  await tell(1);
  const scale = shop.scale();
  await scale.asOperator((tx) =>
    lots.endRecall(tx, scale.kit, { id, version: 1, event: 'withdraw', result: '复检合格。', packsRecovered: null }),
  );
  const ended = await shop.rows<{ payload: { recallId: string; withdrawn: boolean } }>(
    `select payload from platform.outbox_event where name = 'recallEnded' and payload ->> 'recallId' = $1`,
    [id],
  );
  expect(ended.map(({ payload }) => payload.withdrawn)).toEqual([true]);
  await shop.does((tx) => beginTelling(tx, [id], 'withdrawn'));
  await shop.does((tx) => beginTelling(tx, [id], 'withdrawn'));
  await tellAll(1);
  const told = (key: string) =>
    shop.rows(
      `select split_part(key, ':', 3) as to from platform.outgoing_message where key like $2 || ':' || $1 || '%' order by 1`,
      [id, key],
    );
  expect(await told('recall')).toHaveLength(2);
  expect(await told('recallWithdrawn')).toEqual(await told('recall'));
});

test('a recall names the parcels of its own supplier, page by page, and no others', async () => {
  const scale = shop.scale();
  const offer = await shop.offer();
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const orders = [await shop.paidOrder({ offer }), await shop.paidOrder({ offer }), await shop.paidOrder({ offer })];
  await shop.ship(orders[0]!, new Map([[offer.productId, bad]]));
  await shop.ship(orders[1]!, new Map([[offer.productId, good]]));
  await shop.ship(orders[2]!, new Map([[offer.productId, bad]]));
  const wanted = { id: randomUUID(), lotIds: [bad], class: 1 as const, reason: '农残超标', notice: '请停止食用。' };
  const { id } = await scale.asClerk(offer.supplierId, (tx) => lots.recall(tx, scale.kit, wanted));
  const parcels = (supplierId: string, query: { limit: number; cursor?: string }) =>
    viewRecalledParcels(shop.database, [supplierId], { params: { id }, query });

  const first = await parcels(offer.supplierId, { limit: 1 });
  const rest = await parcels(offer.supplierId, { limit: 10, cursor: first.nextCursor! });
  const found = [...first.data, ...rest.data];
  expect(found.map((parcel) => parcel.supplierOrderId).sort()).toEqual(
    [orders[0]!, orders[2]!].map((order) => order.supplierOrders[0]!.id).sort(),
  );
  expect(found.every(({ packs, lots: held }) => packs === held.reduce((all, lot) => all + lot.packs, 0))).toBe(true);
  await expect(parcels(await shop.supplier(), { limit: 10 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
