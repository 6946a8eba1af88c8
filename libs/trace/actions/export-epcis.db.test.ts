import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { asTest, openShop, type Offer, type Shop } from '@xihuo/testing';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { exportEpcis } from './export-epcis';
import { addLotTest, certifyLot, noteLoss, packFromLot } from './lot-entries';
import { printLabel } from './print-label';
import { recallLots } from './recall-lots';
import { resolveDigitalLink, viewLot } from './view-lot';

/** Published by GS1; reference data that stands beside a checkout and is no part of it. */
const SCHEMA = join(__dirname, '../../../../shared/schemas/epcis-2.0.schema.json');

const LOST = [
  ['spoilage', 300],
  ['drying', 200],
  ['returned', 100],
] as const;

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let lotId: string;
let code: string;
const place = () => ({ database: shop.database, origin: 'https://shop.test' });
const ask = () => ({
  ...asTest,
  name: 'test',
  actor: {
    ...{ kind: 'person' as const, personId: randomUUID() },
    grants: [{ role: 'supplier' as const, organisationId: offer.supplierId, jurisdiction: null, householdId: null }],
  },
});

/** A lot with everything that can happen to one. */
beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  offer = await shop.offer();
  const source = await scale.openLot(offer);
  const householdId = await shop.household(offer.supplierId);
  await scale.brought(offer.supplierId, { lotId: source, householdId, grams: 20_000 });
  lotId = await scale.openLot(offer);
  await scale.brought(offer.supplierId, { lotId, householdId, grams: 7_000 });
  await scale.made(offer, { inputs: [{ lotId: source, grams: 9_000 }], outputs: [{ lotId, grams: 9_000 }] });
  const on = await scale.today();
  await scale.asClerk(offer.supplierId, async (tx) => {
    await certifyLot(tx, lotId, { id: randomUUID(), basis: 'selfTest', issuedOn: on, fileId: null });
    await addLotTest(tx, lotId, {
      ...{ id: randomUUID(), reportNumber: 'R-1', laboratory: '示例检测', reportedOn: on, fileId: null },
      items: [{ item: '毒死蜱', limit: '0.02', value: '未检出', passed: true }],
    });
    for (const [reason, grams] of LOST) {
      await noteLoss(tx, lotId, { id: randomUUID(), grams, reason, on, note: null });
    }
    await packFromLot(tx, lotId, { id: randomUUID(), skuId: offer.skuId, packs: 10, packedOn: on });
  });
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, lotId]]));
  await scale.asClerk(offer.supplierId, (tx) =>
    recallLots(tx, scale.kit, {
      id: randomUUID(),
      lotIds: [lotId],
      class: 2,
      reason: '标签错误',
      notice: '标签有误，请联系退换。',
    }),
  );
  code = (await viewLot(place(), ask(), lotId)).code;
});
afterAll(() => shop?.close());

interface Exported {
  epcisBody: {
    eventList: { type: string; bizStep: string; disposition: string; action: string; eventTime: string }[];
  };
}
const document = async (of = code) => JSON.parse(await text((await exportEpcis(place(), ask(), of)).bytes)) as Exported;

test('every kind of event stands in the export, and no household', async () => {
  const exported = await document();
  expect(new Set(exported.epcisBody.eventList.map(({ type, bizStep }) => `${type} ${bizStep}`))).toEqual(
    new Set([
      'ObjectEvent receiving',
      'TransformationEvent creating_class_instance',
      'ObjectEvent inspecting',
      'ObjectEvent destroying',
      'ObjectEvent decommissioning',
      'AggregationEvent packing',
      'ObjectEvent shipping',
      'ObjectEvent holding',
    ]),
  );
  expect(JSON.stringify(exported)).not.toContain('示例户');
});

test('what was lost is told by how it was lost', async () => {
  const { eventList } = (await document()).epcisBody;
  const lost = eventList.filter((event) => 'xihuo:lossReason' in event);
  expect(
    new Set(lost.map((event) => [(event as never)['xihuo:lossReason'], event.action, event.disposition].join(' '))),
  ).toEqual(new Set(['spoilage DELETE destroyed', 'drying DELETE inactive', 'returned OBSERVE returned']));
});

test('every shipment stands in the export, in order of time, beyond any page', async () => {
  const busy = await scale.openLot(offer);
  // Of one moment, too: a page may end among them.
  await shop.rows(
    `insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
     select gen_random_uuid(), $1, gen_random_uuid(), 1, 500, now() - (number / 1500) * interval '1 day'
       from generate_series(1, 3210) as number`,
    [busy],
  );
  const { eventList } = (await document((await viewLot(place(), ask(), busy)).code)).epcisBody;
  expect(new Set(eventList.map((event) => JSON.stringify(event))).size).toBe(3_210);
  const times = eventList.map((event) => event.eventTime);
  expect(times).toEqual([...times].sort());
});

test('the export is valid EPCIS 2.0', async () => {
  if (!existsSync(SCHEMA)) {
    process.stdout.write('not run: schemas absent\n');
    return;
  }
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  const exported = await document();
  expect(valid(exported) ? [] : valid.errors).toEqual([]);
  // The check bites: without its time an event is none.
  const broken = structuredClone(exported);
  delete (broken.epcisBody.eventList[0] as { eventTime?: string }).eventTime;
  expect(valid(broken)).toBe(false);
});

test('the code on a pack leads to its lot, and a number that is not its own leads nowhere', async () => {
  const detail = await viewLot(place(), ask(), lotId);
  const [, gtin, , lot] = new URL(detail.digitalLink).pathname.slice(1).split('/');
  expect(await resolveDigitalLink(shop.database, { gtin: gtin!, lot: lot! })).toMatchObject({ lotCode: code });
  const packed = detail.packings[0]!.gtin;
  expect(packed).not.toBe(gtin);
  expect(await resolveDigitalLink(shop.database, { gtin: packed, lot: lot! })).toMatchObject({ lotCode: code });
  const strange = await scale.openLot(await shop.offer());
  const [other] = await shop.rows<{ gtin: string }>(
    'select gtin from trace.trade_item item join trace.lot on lot.supplier_id = item.supplier_id where lot.id = $1',
    [strange],
  );
  await expect(resolveDigitalLink(shop.database, { gtin: other!.gtin, lot: lot! })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test.each([
  ['png', '\x89PNG', 'image/png'],
  ['svg', '<svg', 'image/svg+xml'],
  ['pdf', '%PDF', 'application/pdf'],
] as const)('a label as %s', async (format, begins, mediaType) => {
  const label = await printLabel(place(), ask(), { id: lotId, format, sku: offer.skuId, copies: 25 });
  expect(Buffer.from(label.bytes).subarray(0, 4).toString('latin1')).toBe(begins);
  expect(label.mediaType).toBe(mediaType);
});
