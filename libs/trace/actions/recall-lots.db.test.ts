import { randomUUID } from 'node:crypto';
import { command, type Actor } from '@xihuo/platform';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { reachOf } from '../store/recall.sql';
import { endLotRecall, recallLots, recalledLines } from './recall-lots';
import { traceBack } from './trace-back';
import { viewLotsByCode, viewReach } from './view-recalls';

type Scale = ReturnType<Shop['scale']>;
/** Before all lines. */
const NIL = '00000000-0000-0000-0000-000000000000';

let shop: Shop;
let scale: Scale;
let offer: Offer;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  offer = await shop.offer({ stock: 100 });
});

const recall = (lotId: string, id: string = randomUUID()) =>
  scale.asClerk(offer.supplierId, (tx) =>
    recallLots(tx, scale.kit, { id, lotIds: [lotId], class: 1, reason: '农残超标', notice: '请立即停止食用并退货。' }),
  );
const stateOf = async (lotId: string) =>
  (await shop.rows<{ state: string }>('select state from trace.lot where id = $1', [lotId]))[0]!.state;
const mixed = async (from: string[], grams = 5_000) => {
  const lotId = await scale.openLot(offer);
  await scale.made(offer, {
    inputs: from.map((lot) => ({ lotId: lot, grams })),
    outputs: [{ lotId, grams: grams * from.length }],
  });
  return lotId;
};
const sold = async (lotId: string) => {
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, lotId]]));
  return order.supplierOrders[0]!.lines[0]!.id;
};

test('a recall reaches forwards through processing to every parcel, and stops all of it at once', async () => {
  const [bad, good] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const blended = await mixed([bad, good]);
  const twice = await mixed([blended], 4_000);
  const untouched = await shop.lot(offer, 10_000n);
  const lines = [await sold(bad), await sold(blended), await sold(twice)];
  await sold(untouched);
  const { id } = await recall(bad);
  expect((await shop.does((tx) => recalledLines(tx, id, NIL, 100))).sort()).toEqual([...lines].sort());
  expect([await stateOf(bad), await stateOf(blended), await stateOf(twice)]).toEqual(Array(3).fill('recalled'));
  expect([await stateOf(good), await stateOf(untouched)]).toEqual(['open', 'open']);

  const order = await shop.paidOrder({ offer });
  await expect(shop.ship(order, new Map([[offer.productId, twice]]))).rejects.toMatchObject({ code: 'LOT_RECALLED' });
  await expect(mixed([blended], 100)).rejects.toMatchObject({ code: 'LOT_RECALLED' });
  await shop.ship(order, new Map([[offer.productId, untouched]]));
  await expect(recall(bad)).rejects.toMatchObject({ code: 'LOT_RECALLED' });
});

test('the same recall sent twice is one', async () => {
  const lotId = await shop.lot(offer, 1_000n);
  const { id } = await recall(lotId);
  expect(await recall(lotId, id)).toEqual({ id });
});

test("nobody recalls another supplier's lot", async () => {
  const other = await shop.lot(await shop.offer(), 1_000n);
  await expect(recall(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an operator finds a lot by the beginning of its code, over the suppliers it watches over and no others', async () => {
  const lotId = await shop.lot(offer, 1_000n);
  const [{ code, county }] = (await shop.rows<{ code: string; county: string }>(
    `select lot.code, supplier.county_code as county from trace.lot
       join registry.organisation_v supplier on supplier.id = lot.supplier_id where lot.id = $1`,
    [lotId],
  )) as [{ code: string; county: string }];
  const found = async (role: 'operator' | 'auditor', jurisdiction: string | null) => {
    const grant = { role, jurisdiction, organisationId: null, householdId: null };
    const actor: Actor = { kind: 'person', personId: randomUUID(), grants: [grant] };
    return (await viewLotsByCode(shop.database, actor, code.toLowerCase())).data.map(({ id }) => id);
  };
  expect(await found('operator', null)).toEqual([lotId]);
  expect(await found('operator', county)).toEqual([lotId]);
  expect(await found('operator', '99')).toEqual([]);
  expect(await found('auditor', null)).toEqual([]);
});

test('withdrawn by the platform, the lots may ship again; those of another recall stay', async () => {
  const [one, two] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const blended = await mixed([one, two]);
  const { id } = await recall(one);
  const end = (event: 'complete' | 'withdraw', recallId: string) => ({
    ...{ id: recallId, version: 1, event, result: '复检合格', packsRecovered: null },
  });
  await expect(
    scale.asClerk(offer.supplierId, (tx) => endLotRecall(tx, scale.kit, end('withdraw', id))),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const second = await recall(two);
  await scale.asOperator((tx) => endLotRecall(tx, scale.kit, end('withdraw', id)));
  expect([await stateOf(one), await stateOf(blended), await stateOf(two)]).toEqual(['closed', 'recalled', 'recalled']);
  await scale.asClerk(offer.supplierId, (tx) => endLotRecall(tx, scale.kit, end('complete', second.id)));
  expect(await stateOf(two)).toBe('recalled');
});

test('from a sold line back through processing; small counts are not shown', async () => {
  const source = await scale.openLot(offer);
  const villagers = await Promise.all(Array.from({ length: 10 }, () => shop.household(offer.supplierId, '十户村')));
  for (const householdId of villagers)
    await scale.brought(offer.supplierId, { lotId: source, householdId, grams: 2_000 });
  const few = await scale.openLot(offer);
  await scale.brought(offer.supplierId, {
    ...{ lotId: few, grams: 5_000, householdId: await shop.household(offer.supplierId, '独户村') },
  });
  const lineId = await sold(await mixed([source, few], 1_000));
  const { lots } = await traceBack(shop.database, lineId);
  expect(
    lots.map(({ depth, households, village, deliveredGrams }) => [depth, households, village, deliveredGrams]),
  ).toEqual(
    expect.arrayContaining([
      [0, null, null, 0],
      [1, 10, '十户村', 20_000],
      [1, null, null, 5_000],
    ]),
  );
});

test('twenty-four acts that cross each time make sixteen million ways, and fifty lots: each is walked once', async () => {
  let pair = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const first = pair[0]!;
  for (let step = 0; step < 24; step += 1) {
    const next = [await scale.openLot(offer), await scale.openLot(offer)];
    const parts = (lots: string[]) => lots.map((lotId) => ({ lotId, grams: 10_000 }));
    await scale.made(offer, { inputs: parts(pair), outputs: parts(next) });
    pair = next;
  }
  const lineId = await sold(pair[0]!);
  const { lots } = await traceBack(shop.database, lineId);
  expect([lots.length, Math.max(...lots.map(({ depth }) => depth))]).toEqual([49, 24]);
  const closing = { inputs: [{ lotId: pair[1]!, grams: 1 }], outputs: [{ lotId: first, grams: 1 }] };
  await expect(scale.made(offer, closing)).rejects.toMatchObject({ code: 'LOT_CIRCLE' });
  const { id } = await recall(first);
  expect(await shop.count('select count(*) from trace.recall_lot where recall_id = $1', [id])).toBe(49);
  expect(await shop.does((tx) => recalledLines(tx, id, NIL, 100))).toEqual([lineId]);
});

test('a recall of many lots reads what they reach, and not all that ever left', async () => {
  const { supplierId, productId } = offer;
  const [LOTS, EACH, RECALLED] = [2_000, 20, 20];
  await shop.rows(
    `with lot as (
       insert into trace.lot (code, supplier_id, product_id, produced_on, received_grams, shipped_grams, created_at)
       select 'MANY-' || n, $1, $2, '2026-02-01', 1000000, $3::bigint * 500, now() from generate_series(1, $4::int) n returning id)
     insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
     select uuidv7(), lot.id, uuidv7(), 1, 500, now() from lot cross join generate_series(1, $3::int)`,
    [supplierId, productId, EACH, LOTS],
  );
  await shop.rows('analyze trace.lot, trace.movement');
  const lots = await shop.rows<{ id: string }>(`select id from trace.lot where code like 'MANY-%' limit $1`, [
    RECALLED,
  ]);
  const read = await shop.does(async (tx) => {
    const sofar = async () => {
      const { rows } = await tx.client.query<{ rows: number }>(
        `select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relid = 'trace.movement'::regclass`,
      );
      return rows[0]!.rows;
    };
    const before = await sofar();
    const [reach] = await tx.sql(reachOf, [lots.map(({ id }) => id)]);
    expect(reach).toMatchObject({ order_lines: RECALLED * EACH, packs: RECALLED * EACH });
    return (await sofar()) - before;
  });
  expect(read).toBeLessThanOrEqual(RECALLED * EACH);
});

test('what a recall would touch is seen before, by whom it concerns', async () => {
  const lotId = await shop.lot(offer, 10_000n);
  await sold(lotId);
  const clerk = (organisationId: string): Actor => ({
    ...{ kind: 'person', personId: randomUUID() },
    grants: [{ role: 'supplier', organisationId, jurisdiction: null, householdId: null }],
  });
  expect(await viewReach(shop.database, clerk(offer.supplierId), lotId)).toMatchObject({ orderLines: 1, packs: 1 });
  await expect(viewReach(shop.database, clerk(await shop.supplier()), lotId)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('the event is written with the recall', async () => {
  const { id } = await recall(await shop.lot(offer, 1_000n));
  const { view } = await command(
    shop.database,
    { name: 'test', actor: { kind: 'system', name: 't' }, requestId: 't' },
    () =>
      shop.count(
        `select count(*) from platform.outbox_event where name = 'lotRecalled' and payload ->> 'recallId' = $1`,
        [id],
      ),
  );
  expect(view).toBe(1);
});
