import { randomUUID } from 'node:crypto';
import type { RouteKey } from '@xihuo/contract';
import { paperwork } from '@xihuo/testing';
import type { CallerName } from './callers';
import { row, type Row } from './table';
import type { Made, World } from './world';

const OWNER: readonly CallerName[] = ['supplier'];
/** The supplier, and the officers of its county: they witness and object for households without a phone. */
const DESK: readonly CallerName[] = ['supplier', 'countyAgriculture', 'countyRevitalisation'];
const HOUSEHOLD: readonly CallerName[] = ['farmer'];
/** Whoever watches over the suppliers of the place, and the supplier itself. */
const WATCHERS: readonly CallerName[] = ['supplier', 'auditor', 'reviewer', 'operator', 'mediator'];

async function householdOf({ shop, callers }: World): Promise<string> {
  const [found] = await shop.rows<{ household_id: string }>(
    `select household_id from identity.role_grant_v join identity.session using (person_id)
      where token_hash = sha256(convert_to($1, 'UTF8')) and household_id is not null`,
    [callers.farmer.browser.token],
  );
  return found!.household_id;
}

/** A delivery of the farmer's household, as it came off the scale. */
async function delivery(world: World): Promise<Made> {
  const { offer, shop } = world;
  const body = {
    ...{ id: randomUUID(), lotId: await shop.lot(offer, 0n), householdId: await householdOf(world) },
    ...{ grams: 12_500, grade: 'first', deliveredOn: await world.day(0) },
  };
  await world.granted('supplier', 'POST /supplier/deliveries', { body });
  return { ids: { id: body.id } };
}

const with_ =
  (body: object, make: Row['make'] = delivery): Row['make'] =>
  async (world) => ({ ...(await make(world)), body });

const correction: Row['make'] = async (world) => {
  const made = await delivery(world);
  const body = {
    ...{ id: randomUUID(), lotId: await world.shop.lot(world.offer, 0n), householdId: await householdOf(world) },
    ...{ grams: 12_000, grade: 'first', deliveredOn: await world.day(0), reason: '过磅读错' },
  };
  return { ...made, body };
};

/** With a code sent and, since nobody reads it here, put in its place. */
const coded: Row['make'] = async (world) => {
  const made = await delivery(world);
  await world.granted('supplier', 'POST /supplier/deliveries/{id}/code', made);
  const hash = world.house.vault.blindIndex('trace.deliveryCode', `${made.ids!['id']} 123456`);
  await world.house.rows('update trace.delivery_code set code_hash = $2 where delivery_id = $1', [
    made.ids!['id'],
    hash,
  ]);
  return { ...made, body: { code: '123456' } };
};

const paper: Row['make'] = async (world) => {
  const { fileId } = await world.granted('supplier', 'POST /supplier/lot-papers', {
    ...{ query: `?supplierId=${world.offer.supplierId}`, body: paperwork.PDF, headers: paperwork.AS_PDF },
  });
  return { ids: { id: fileId as string } };
};

const witnessed: Row['make'] = async (world) => {
  const [made, { ids }, as] = [await delivery(world), await paper(world), await world.witnesses()];
  return { ...made, body: (by: CallerName) => ({ ...as(by), sheetFileId: ids!['id'] }) };
};
const objected: Row['make'] = async (world) => {
  const [made, { ids }] = [await delivery(world), await paper(world)];
  return { ...made, body: { reason: '少记了一袋', paperId: ids!['id'] } };
};

const ticketed: Row['make'] = async (world) => {
  const made = await delivery(world);
  const { ids } = await paper(world);
  await world.house.rows('update trace.delivery set ticket_file_id = $2 where id = $1', [made.ids!['id'], ids!['id']]);
  return made;
};

const lot: Row['make'] = async ({ shop, offer }) => ({ ids: { id: await shop.lot(offer, 50_000n) } });
const day =
  (make: (world: World, today: string) => object): Row['make'] =>
  async (world) => ({
    ...(await lot(world)),
    body: { id: randomUUID(), ...make(world, await world.day(0)) },
  });
const closedLot: Row['make'] = async (world) => {
  const made = await lot(world);
  await world.granted('supplier', 'POST /supplier/lots/{id}/close', made);
  return { ...made, version: 2 };
};
const label: Row['make'] = async (world) => ({ ...(await lot(world)), query: '?format=svg' });

const processing: Row['make'] = async (world) => {
  const { shop, offer } = world;
  const body = {
    ...{ id: randomUUID(), supplierId: offer.supplierId, kind: 'grading', performedOn: await world.day(0) },
    inputs: [{ lotId: await shop.lot(offer, 10_000n), grams: 10_000 }],
    outputs: [{ lotId: randomUUID(), productId: offer.productId, grams: 9_500 }],
    losses: [{ reason: 'grading', grams: 500 }],
  };
  await world.granted('supplier', 'POST /supplier/processings', { body });
  return { ids: { id: body.id } };
};

/** By the platform, so that both it and nobody else may end it; of a lot of the supplier's own. */
export const recallBy =
  (by: CallerName): Row['make'] =>
  async (world) => {
    const body = {
      ...{ id: randomUUID(), lotIds: [await world.shop.lot(world.offer, 1_000n)], class: 2 },
      ...{ reason: '农残超标', notice: '请立即停止食用，凭订单退款。' },
    };
    await world.granted(by, 'POST /trace/recalls', { body });
    return { ids: { id: body.id } };
  };

const soldLine: Row['make'] = async (world) => {
  const { shop, offer } = world;
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 1_000n)]]));
  return { ids: { id: order.supplierOrders[0]!.lines[0]!.id } };
};

/** What somebody who scanned the code said of the supplier's lot. */
const feedback =
  (body: object): Row['make'] =>
  async ({ shop, offer, house }) => {
    const lotId = await shop.lot(offer, 0n);
    const [lot] = await shop.rows<{ code: string }>('select code from trace.lot where id = $1', [lotId]);
    const said = { kind: 'quality', words: '有几个坏的' };
    const answer = await house.browser('shop').ask('POST', `/lots/${lot!.code}/feedback`, said);
    return { ids: { id: answer.body['id'] as string }, body };
  };

const TEST = { reportNumber: 'R-1', laboratory: '示例检测', items: [{ item: '农残', value: '未检出', passed: true }] };
const D = '/supplier/deliveries/{id}' as const;
const L = '/supplier/lots/{id}' as const;
const lotStep = (step: string) => `POST ${L}/${step}` as RouteKey;

/** Lots, what comes into them, and what becomes of it. */
export const lotRows: readonly Row[] = [
  row(`GET ${D}`, 'a delivery', DESK, delivery),
  row(`POST ${D}/code`, 'a delivery', OWNER, delivery),
  row(`POST ${D}/confirmation`, 'a delivery with a code', OWNER, coded),
  row(`POST ${D}/witness`, 'a delivery with a signed sheet', DESK, witnessed),
  row(`POST ${D}/objection`, 'a delivery', DESK, objected),
  row(`POST ${D}/correction`, 'a delivery', OWNER, correction),
  row('GET /supplier/lot-papers/{id}', 'a paper', DESK, paper),
  row('POST /trace/lot-feedback/{id}/answer', 'feedback', OWNER, feedback({ words: '会换货给您' })),
  row(
    'POST /trace/lot-feedback/{id}/dismissal',
    'feedback',
    ['operator', 'operatorElsewhere'],
    feedback({ reason: '与批次无关' }),
  ),
  row('GET /me/deliveries/{id}', 'a delivery', HOUSEHOLD, delivery),
  row('GET /me/deliveries/{id}/ticket', 'a delivery with its ticket', HOUSEHOLD, ticketed),
  row('POST /me/deliveries/{id}/confirmation', 'a delivery', HOUSEHOLD, delivery),
  row('POST /me/deliveries/{id}/contest', 'a delivery', HOUSEHOLD, with_({ reason: '斤两不对' })),
  row(`GET ${L}`, 'a lot', OWNER, lot),
  row(
    lotStep('own-output'),
    'a lot',
    OWNER,
    day((_, on) => ({ grams: 100, on })),
  ),
  row(
    lotStep('losses'),
    'a lot',
    OWNER,
    day((_, on) => ({ grams: 100, on, reason: 'spoilage' })),
  ),
  row(
    lotStep('packings'),
    'a lot',
    OWNER,
    day(({ offer }, on) => ({ skuId: offer.skuId, packs: 2, packedOn: on })),
  ),
  row(
    lotStep('certificates'),
    'a lot',
    OWNER,
    day((_, on) => ({ basis: 'selfTest', issuedOn: on })),
  ),
  row(
    lotStep('quarantines'),
    'a lot',
    OWNER,
    day((_, on) => ({ number: 'NO61000001', authority: '示例县动物卫生监督所', issuedOn: on })),
  ),
  row(
    lotStep('tests'),
    'a lot',
    OWNER,
    day((_, on) => ({ ...TEST, reportedOn: on })),
  ),
  row(lotStep('close'), 'a lot', OWNER, lot),
  row(lotStep('reopening'), 'a closed lot', OWNER, closedLot),
  row(`GET ${L}/label`, 'a lot', OWNER, label),
  row('GET /supplier/processings/{id}', 'an act of processing', OWNER, processing),
  row('GET /trace/recalls/{id}', 'a recall', WATCHERS, recallBy('supplier')),
  row('GET /supplier/recalls/{id}/parcels', 'a recall', OWNER, recallBy('supplier')),
  row('GET /supplier/recalls/{id}/telling', 'a recall', OWNER, recallBy('supplier')),
  row('POST /trace/recalls/{id}/close', "the supplier's recall", ['supplier', 'operator'], async (world) => ({
    ...(await recallBy('supplier')(world)),
    body: { result: '已全部召回', packsRecovered: 3 },
  })),
  row('POST /trace/recalls/{id}/close', "the platform's recall", ['operator'], async (world) => ({
    ...(await recallBy('operator')(world)),
    body: { result: '已全部召回', packsRecovered: 3 },
  })),
  row('POST /trace/recalls/{id}/withdrawal', "the supplier's recall", ['operator'], async (world) => ({
    ...(await recallBy('supplier')(world)),
    body: { result: '复检合格' },
  })),
  row('GET /trace/lots/{id}/reach', 'a lot', WATCHERS, lot),
  row('GET /trace/order-lines/{id}/origin', 'a sold line', WATCHERS, soldLine),
];
