import { randomUUID } from 'node:crypto';
import { accrueDeliveries, work } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { openLots, recordDeliveries } from '@xihuo/trace';
import type { CallerName } from './callers';
import { row, type Row } from './table';
import type { Made, World } from './world';

const OWNER: readonly CallerName[] = ['supplier'];
const HOUSEHOLD: readonly CallerName[] = ['farmer'];
const OFFICERS: readonly CallerName[] = ['countyAgriculture', 'countyRevitalisation'];
const READERS: readonly CallerName[] = ['supplier', ...OFFICERS, 'auditor', 'reviewer', 'operator', 'finance'];

export const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

export async function householdOf({ shop, callers }: World): Promise<string> {
  const [found] = await shop.rows<{ household_id: string }>(
    `select household_id from identity.role_grant_v join identity.session using (person_id)
      where token_hash = sha256(convert_to($1, 'UTF8')) and household_id is not null`,
    [callers.farmer.browser.token],
  );
  return found!.household_id;
}

export async function paperOf({ house, offer }: World): Promise<string> {
  const [kept] = await house.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [offer.supplierId],
  );
  return kept!.file_id;
}

type Terms = Omit<Parameters<World['shop']['agreedOnPaper']>[0][number], 'supplierId' | 'householdId'>;

/** One agreement of a kind with the farmer's household; one that stands already is taken. */
export async function agreement(world: World, terms: Terms): Promise<string> {
  const householdId = await householdOf(world);
  const { supplierId } = world.offer;
  const effectiveFrom = `${Number((await world.day(0)).slice(0, 4)) - 1}-01-01`;
  await world.shop.agreedOnPaper([{ supplierId, householdId, effectiveFrom, ...terms }]);
  const [signed] = await world.shop.rows<{ id: string }>(
    'select id from benefit.agreement where household_id = $1 and kind = $2',
    [householdId, terms.kind],
  );
  return signed!.id;
}

/** A day of work that the farmer's household is owed for, another day every time. */
export async function debt(world: World): Promise<string> {
  const agreementId = await agreement(world, { kind: 'employment', dailyWageFen: 10_000n });
  const worked = await world.shop.count('select count(*) from benefit.work_record where agreement_id = $1', [
    agreementId,
  ]);
  const workedOn = time.addDays(await world.day(0), -1 - worked);
  const line = { id: randomUUID(), agreementId, from: workedOn, to: workedOn, days: 1, pieces: null };
  await world.shop.does(async (tx) => {
    await work.writeAll(tx, [line], { suppliers: [world.offer.supplierId], households: [], at: () => '' });
    await work.confirmAll(tx, [line.id], 'sheet');
  });
  const [owed] = await world.shop.rows<{ id: string }>(
    'select id from benefit.obligation where agreement_id = $1 order by id desc limit 1',
    [agreementId],
  );
  return owed!.id;
}

async function payment(world: World): Promise<Made> {
  const body = {
    ...{ id: randomUUID(), supplierId: world.offer.supplierId, householdId: await householdOf(world) },
    ...{ amount: yuan(5_000), method: 'cash', paidOn: await world.day(0), paperId: await paperOf(world) },
    obligationIds: [await debt(world)],
  };
  await world.granted('supplier', 'POST /benefit/outside-payments', { body });
  return { ids: { id: body.id } };
}

const witnessed: Row['make'] = async (world) => {
  const [seen, as] = [{ paperId: await paperOf(world), on: await world.day(0) }, await world.witnesses()];
  const body = (by: CallerName) => ({ ...seen, ...as(by) });
  return { ...(await payment(world)), body };
};

async function contest(world: World): Promise<Made> {
  const ids = { id: await debt(world) };
  const { id } = await world.granted('farmer', 'POST /me/obligations/{id}/contest', {
    ids,
    body: { reason: '少记了' },
  });
  return { ids: { id: id as string } };
}

const ANSWER = { words: '已经核对工票', add: yuan(100) };
async function explained(world: World): Promise<Made> {
  const made = await contest(world);
  await world.granted('supplier', 'POST /benefit/contests/{id}/answer', { ...made, body: { ...ANSWER, add: null } });
  return { ...made, version: 2 };
}
async function escalated(world: World): Promise<Made> {
  const made = await explained(world);
  await world.granted('farmer', 'POST /me/contests/{id}/escalate', made);
  return { ...made, version: 3 };
}

export async function pool(world: World): Promise<Made> {
  await agreement(world, { kind: 'dividend', shares: 10 });
  const body = {
    ...{ supplierId: world.offer.supplierId, title: '示例分红', year: Number((await world.day(0)).slice(0, 4)) },
    ...{ declared: yuan(1_000), paperId: await paperOf(world) },
  };
  const { id } = await world.granted('supplier', 'POST /benefit/pools', { body });
  return { ids: { id: id as string } };
}

/** A village collective that has its part of a pool, as a supplier's lines of it are asked for. */
async function collective(world: World): Promise<Made> {
  await agreement(world, { kind: 'dividend', shares: 10 });
  const { supplierId } = world.offer;
  const village = await world.shop.supplier();
  await world.shop.rows(`update registry.organisation set kind = 'ruralCollective' where id = $1`, [village]);
  const body = {
    ...{ supplierId, title: '示例分红', year: Number((await world.day(0)).slice(0, 4)) },
    ...{
      declared: yuan(1_000),
      paperId: await paperOf(world),
      collective: { organisationId: village, shareBp: 3_000 },
    },
  };
  const { id } = await world.granted('supplier', 'POST /benefit/pools', { body });
  await world.granted('supplier', 'POST /benefit/pools/{id}/declare', { ids: { id: id as string } });
  return { ids: { id: village }, query: `?supplier=${supplierId}` };
}

/** Goods of last year that the farmer's household brought and that were bought. */
async function lastYearsVolume(world: World, year: number): Promise<void> {
  const { supplierId, productId } = world.offer;
  const bought = { floorFenPerKg: 1_000n, grams: 10_000_000n };
  const agreementId = await agreement(world, { kind: 'contractPurchase', productId, ...bought });
  const known = 'select count(*) from benefit.coverage where agreement_id = $1';
  if ((await world.shop.count(known, [agreementId])) > 0) return;
  const householdId = await householdOf(world);
  await world.shop.does(async (tx) => {
    const code = `LOT-${randomUUID().slice(0, 13).toUpperCase()}`;
    const day = `${year}-06-15`;
    const lots = await openLots(tx, [{ code, supplierId, productId, producedOn: day, breakdownPublic: true }]);
    const delivery = { lotId: lots.get(code)!, householdId, grams: 9_000n, yieldGrams: 9_000n, deliveredOn: day };
    await accrueDeliveries(tx, await recordDeliveries(tx, [delivery], 'test'));
  });
}

export async function distribution(world: World): Promise<Made> {
  const year = Number((await world.day(0)).slice(0, 4)) - 1;
  await lastYearsVolume(world, year);
  const body = {
    ...{ supplierId: world.offer.supplierId, year, paperId: await paperOf(world) },
    ...{ surplus: yuan(1_000), losses: yuan(0), reserve: yuan(0), byVolume: yuan(600) },
  };
  const { id } = await world.granted('supplier', 'POST /benefit/distributions', { body });
  return { ids: { id: id as string } };
}

const with_ =
  (make: Row['make'], body: object): Row['make'] =>
  async (world) => ({ ...(await make(world)), body });
const REASON = { reason: '登记时写错了' };
/** Written down for a household without a phone, with the sheet it signed. */
const saidFor =
  (make: Row['make']): Row['make'] =>
  async (world) => ({ ...(await make(world)), body: { reason: '没有收到', paperId: await paperOf(world) } });

/** What households are owed beside their agreements: paid outside, contested, shared out of pools and distributions. */
export const duesRows: readonly Row[] = [
  row('GET /benefit/outside-payments/{id}', 'a payment', READERS, payment),
  row('POST /benefit/outside-payments/{id}/witness', 'a payment', [...OWNER, ...OFFICERS], witnessed),
  row('POST /benefit/outside-payments/{id}/contest', 'a payment', [...OWNER, ...OFFICERS], saidFor(payment)),
  row('POST /benefit/outside-payments/{id}/withdraw', 'a payment', OWNER, with_(payment, REASON)),
  row('POST /me/outside-payments/{id}/confirm', 'a payment', HOUSEHOLD, payment),
  row('POST /me/outside-payments/{id}/contest', 'a payment', HOUSEHOLD, with_(payment, REASON)),
  row('GET /benefit/contests/{id}', 'an objection', READERS, contest),
  row(
    'POST /benefit/obligations/{id}/contest',
    'a line',
    [...OWNER, ...OFFICERS],
    saidFor(async (world) => ({ ids: { id: await debt(world) } })),
  ),
  row('POST /benefit/contests/{id}/escalate', 'an objection that was explained away', OFFICERS, explained),
  row('POST /benefit/contests/{id}/answer', 'an objection', OWNER, with_(contest, ANSWER)),
  row('POST /benefit/contests/{id}/decide', 'an objection taken to the county', OFFICERS, with_(escalated, ANSWER)),
  row('POST /me/obligations/{id}/contest', 'a line', HOUSEHOLD, async (world) => ({
    ...{ ids: { id: await debt(world) }, body: { reason: '少记了' } },
  })),
  row('POST /me/contests/{id}/escalate', 'an objection that was explained away', HOUSEHOLD, explained),
  row('GET /benefit/collectives/{id}/obligations', 'a collective', READERS, collective),
  row('GET /benefit/pools/{id}', 'a pool', READERS, pool),
  row('POST /benefit/pools/{id}/declare', 'a pool', OWNER, pool),
  row('POST /benefit/pools/{id}/discard', 'a pool', OWNER, with_(pool, REASON)),
  row('GET /benefit/distributions/{id}', 'a distribution', READERS, distribution),
  row('POST /benefit/distributions/{id}/discard', 'a distribution', OWNER, with_(distribution, REASON)),
  // Last: once declared, no other is drawn up for that year.
  row('POST /benefit/distributions/{id}/declare', 'a distribution', OWNER, distribution),
];

/** Whose it is stands in the query, not in the path. */
export const askedDuesRows: readonly Row[] = [
  row('GET /benefit/work-months', 'a month of one supplier', READERS, async ({ offer, day }) => ({
    query: `?supplier=${offer.supplierId}&month=${(await day(0)).slice(0, 7)}`,
  })),
  row('GET /benefit/distribution-year', 'a year of one cooperative', OWNER, async ({ offer }) => ({
    query: `?supplier=${offer.supplierId}&year=2025`,
  })),
];
