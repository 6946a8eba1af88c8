import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { paperwork } from '@xihuo/testing';
import type { CallerName } from './callers';
import { row, type Row } from './table';
import type { Made, World } from './world';

const OWNER: readonly CallerName[] = ['supplier'];
const HOUSEHOLD: readonly CallerName[] = ['farmer'];
const OFFICERS: readonly CallerName[] = ['countyAgriculture', 'countyRevitalisation'];
const READERS: readonly CallerName[] = ['supplier', ...OFFICERS, 'auditor', 'reviewer', 'operator', 'finance'];

async function householdOf({ shop, callers }: World): Promise<string> {
  const [found] = await shop.rows<{ household_id: string }>(
    `select household_id from identity.role_grant_v join identity.session using (person_id)
      where token_hash = sha256(convert_to($1, 'UTF8')) and household_id is not null`,
    [callers.farmer.browser.token],
  );
  return found!.household_id;
}

/** A term that no other agreement of this world has: they never bind one day. */
let terms = 0;
async function body(world: World): Promise<{ terms: object; effectiveFrom: string; effectiveTo: string }> {
  terms += 1;
  const effectiveFrom = time.addDays(await world.day(0), terms * 3);
  return {
    terms: { kind: 'employment', dailyWage: { amount: '12000', currency: 'CNY' } },
    ...{ effectiveFrom, effectiveTo: time.addDays(effectiveFrom, 1) },
  };
}

async function draft(world: World): Promise<Made> {
  const { id } = await world.granted('supplier', 'POST /benefit/agreements', {
    body: { supplierId: world.offer.supplierId, householdId: await householdOf(world), ...(await body(world)) },
  });
  return { ids: { id: id as string } };
}
export async function offered(world: World): Promise<Made> {
  const made = await draft(world);
  await world.granted('supplier', 'POST /benefit/agreements/{id}/offer', made);
  return { ...made, version: 2 };
}
async function toSign(world: World): Promise<Made> {
  const made = await offered(world);
  const { words } = await world.granted('farmer', 'GET /me/agreements/{id}', made);
  return { ...made, body: { hash: (words as { hash: string }).hash } };
}
async function signed(world: World): Promise<Made> {
  const { body: _, ...made } = await toSign(world).then(async (one) => {
    await world.granted('farmer', 'POST /me/agreements/{id}/sign', one);
    return one;
  });
  return { ...made, version: 3 };
}

async function paperOf({ house, offer }: World): Promise<string> {
  const [kept] = await house.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [offer.supplierId],
  );
  return kept!.file_id;
}
const witnessed: Row['make'] = async (world) => {
  const [seen, as] = [{ paperId: await paperOf(world), on: await world.day(0) }, await world.witnesses()];
  const body = (by: CallerName) => ({ ...seen, ...as(by) });
  return { ...(await offered(world)), body };
};

/** With a code sent and, since nobody reads it here, put in its place. */
const coded: Row['make'] = async (world) => {
  const made = await offered(world);
  await world.granted('supplier', 'POST /benefit/agreements/{id}/code', made);
  const [kept] = await world.house.rows<{ words_hash: string }>(
    'select words_hash from benefit.signing_code where agreement_id = $1',
    [made.ids!['id']],
  );
  const hash = world.house.vault.blindIndex('benefit.signingCode', `${made.ids!['id']} ${kept!.words_hash} 123456`);
  await world.house.rows('update benefit.signing_code set code_hash = $2 where agreement_id = $1', [
    ...[made.ids!['id'], hash],
  ]);
  return { ...made, body: { code: '123456' } };
};

const with_ =
  (more: object, make: Row['make']): Row['make'] =>
  async (world) => ({ ...(await make(world)), body: more });
const ending: Row['make'] = async (world) => ({
  ...(await signed(world)),
  body: { reason: '不再合作', lastDay: await world.day(0) },
});
const redrawn =
  (make: Row['make']): Row['make'] =>
  async (world) => ({ ...(await make(world)), body: await body(world) });

/** A day of work under an agreement of long ago, another day every time. */
let days = 0;
async function line(world: World): Promise<{ id: string; from: string; to: string; days: number }> {
  days += 1;
  const on = time.addDays(await world.day(0), -400 - days);
  return { id: randomUUID(), from: on, to: on, days: 1 };
}
async function work(world: World): Promise<Made> {
  const [supplierId, householdId] = [world.offer.supplierId, await householdOf(world)];
  // It is over: what is drawn up above begins later.
  const effectiveTo = time.addDays(await world.day(0), -1);
  const old = { supplierId, householdId, kind: 'employment' as const, dailyWageFen: 10_000n };
  await world.shop.agreedOnPaper([{ ...old, effectiveFrom: '2021-01-01', effectiveTo }]);
  const [agreed] = await world.shop.rows<{ id: string }>(
    `select id from benefit.agreement where household_id = $1 and signed_way = 'paper' and kind = 'employment'`,
    [householdId],
  );
  const one = await line(world);
  await world.granted('supplier', 'POST /benefit/work-sheets', {
    body: { supplierId, lines: [{ ...one, agreementId: agreed!.id }] },
  });
  return { ids: { id: one.id } };
}
const correction: Row['make'] = async (world) => ({
  ...(await work(world)),
  body: { ...(await line(world)), reason: '日期记错了' },
});

const witnessedWork: Row['make'] = async (world) => {
  const [seen, as] = [{ paperId: await paperOf(world), on: await world.day(0) }, await world.witnesses()];
  return { ...(await work(world)), body: (by: CallerName) => ({ ...seen, ...as(by) }) };
};
const saidFor: Row['make'] = async (world) => ({
  ...(await work(world)),
  body: { reason: '多做了一天', paperId: await paperOf(world) },
});

const household: Row['make'] = async (world) => ({ ids: { id: await householdOf(world) } });
const sheet: Row['make'] = async (world) => {
  const { paperId } = await world.granted('supplier', 'POST /benefit/papers', {
    ...{ query: `?supplierId=${world.offer.supplierId}&householdId=${await householdOf(world)}` },
    ...{ body: paperwork.PDF, headers: paperwork.AS_PDF },
  });
  return { ids: { id: paperId as string } };
};

const A = '/benefit/agreements/{id}' as const;
const W = '/benefit/work/{id}' as const;
const REASON = { reason: '写错了内容' };

/** Agreements, work, and the households behind them. */
export const linkageRows: readonly Row[] = [
  row(`GET ${A}`, 'a draft', READERS, draft),
  row(`PUT ${A}`, 'a draft', OWNER, redrawn(draft)),
  row(`POST ${A}/offer`, 'a draft', OWNER, draft),
  row(`POST ${A}/code`, 'an offer', OWNER, offered),
  row(`POST ${A}/sign-by-code`, 'an offer with a code', OWNER, coded),
  row(`POST ${A}/witness`, 'an offer signed on paper', [...OWNER, ...OFFICERS], witnessed),
  row(`POST ${A}/withdraw`, 'an offer', OWNER, with_(REASON, offered)),
  row(`POST ${A}/amend`, 'a signed one', OWNER, redrawn(signed)),
  row(`POST ${A}/end`, 'a signed one', OWNER, ending),
  row('GET /me/agreements/{id}', 'an offer', HOUSEHOLD, offered),
  row('POST /me/agreements/{id}/sign', 'an offer', HOUSEHOLD, toSign),
  row('POST /me/agreements/{id}/decline', 'an offer', HOUSEHOLD, with_(REASON, offered)),
  row('POST /me/agreements/{id}/end', 'a signed one', HOUSEHOLD, ending),
  row('GET /benefit/households/{id}', 'a household', READERS, household),
  row('GET /benefit/households/{id}/obligations', 'a household', READERS, household),
  row('GET /benefit/papers/{id}', 'a sheet about a household', [...READERS, ...HOUSEHOLD], sheet),
  row(`GET ${W}`, 'a record of work', READERS, work),
  row(`POST ${W}/witness`, 'a record of work', [...OWNER, ...OFFICERS], witnessedWork),
  row(`POST ${W}/contest`, 'a record of work', [...OWNER, ...OFFICERS], saidFor),
  row(`POST ${W}/correct`, 'a record of work', OWNER, correction),
  row(`POST ${W}/withdraw`, 'a record of work', OWNER, with_(REASON, work)),
  row('POST /me/work/{id}/confirm', 'a record of work', HOUSEHOLD, work),
  row('POST /me/work/{id}/contest', 'a record of work', HOUSEHOLD, with_(REASON, work)),
];
