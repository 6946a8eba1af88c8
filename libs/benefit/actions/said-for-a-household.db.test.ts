import { randomUUID } from 'node:crypto';
import { command, type Actor } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { contestLine, escalateContest } from './contest/open-contest';
import { answerContest, decideContest } from './contest/answer-contest';
import { viewContest } from './contest/view-contests';
import { WorkController } from '../http/work.controller';
import { drawAgreements } from './draw-agreements';
import { correctWork, enterSheet } from './enter-work';
import { offerAgreements } from './offer-agreements';
import { objectForPayee } from './outside/answer-payment';
import { recordOutsidePayment } from './outside/record-payment';
import { letWorkStand, objectForWorker, witnessWork } from './settle-work';
import { signAgreements, signBeforeWitness } from './sign-agreement';

type Scale = ReturnType<Shop['scale']>;
type Person = Extract<Actor, { kind: 'person' }>;
let scale: Scale;
let supplierId: string;
let householdId: string;
let agreementId: string;
let today: string;
let clerk: Person;
let officer: Person;

/** Somebody known by a name, with roles. */
const person = async (name: string, ...grants: Partial<Person['grants'][number]>[]): Promise<Person> => {
  const personId = randomUUID();
  await scale.shop.rows('insert into identity.person (id, display_name) values ($1, $2)', [personId, name]);
  const all = grants.map((one) => ({
    ...{ role: 'supplier' as const, organisationId: null, jurisdiction: null, householdId: null, ...one },
  }));
  for (const one of all)
    await scale.shop.rows(
      `insert into identity.role_grant (person_id, role, organisation_id, jurisdiction, household_id, granted_at, granted_by)
       values ($1, $2, $3, $4, $5, now(), 'test')`,
      [personId, one.role, one.organisationId, one.jurisdiction, one.householdId],
    );
  return { kind: 'person', personId, grants: all };
};
const as = async <View>(actor: Actor, work: Parameters<typeof command<View>>[2]) =>
  (await command(scale.shop.database, { name: 'test', requestId: 'test', actor }, work)).view;
const paper = async (of = supplierId) => {
  const id = randomUUID();
  await scale.shop.rows(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values ($1::uuid, $2, sha256(convert_to($1::uuid::text, 'UTF8')), 1, gen_random_uuid(), now())`,
    [id, of],
  );
  return id;
};

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  supplierId = await scale.shop.supplier();
  householdId = await scale.shop.household(supplierId);
  today = await scale.today();
  const [{ county_code: jurisdiction }] = (await scale.shop.rows<{ county_code: string }>(
    'select county_code from registry.organisation_v where id = $1',
    [supplierId],
  )) as [{ county_code: string }];
  clerk = await person('张经办', { organisationId: supplierId });
  officer = await person('县示例', { role: 'countyRevitalisation', jurisdiction });
  const dailyWage = { amount: '10000', currency: 'CNY' as const };
  const terms = {
    ...{ kind: 'employment' as const, dailyWage, pieceRate: null, pieceName: null },
    workDaysPerYear: null,
  };
  agreementId = await scale.shop.does(async (tx) => {
    const ids = await drawAgreements(tx, [{ supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null }]);
    await offerAgreements(tx, ids);
    await signAgreements(tx, ids, { way: 'session', on: today });
    return ids[0]!;
  });
});
afterEach(() => scale.shop.setClock('0 days'));

const line = () => ({ id: randomUUID(), agreementId, from: today, to: today, days: 1, pieces: null, worker: null });
const rowOf = async (id: string, of: 'work_record' | 'outside_payment' = 'work_record') =>
  (
    await scale.shop.rows<{ state: string; row_version: number; contest_paper_id: string | null }>(
      `select state, row_version, contest_paper_id from benefit.${of} where id = $1`,
      [id],
    )
  )[0]!;
const entered = async (witness: { name: string; role: 'neighbour' | 'villageOfficer' } | null = null) => {
  const one = line();
  const seen = witness && { ...witness, paperId: await paper() };
  await as(clerk, (tx) => enterSheet(tx, scale.kit, { supplierId, lines: [one], witness: seen }));
  return one.id;
};
const witness = async (id: string, by: Person, name: string, role: 'neighbour' | 'countyOfficer') => {
  const [paperId, { row_version: version }] = [await paper(), await rowOf(id)];
  await as(by, (tx) => witnessWork(tx, scale.kit, { id, version, name, role, on: today, paperId }));
};
const object = async (id: string, by: Person, of?: string) => {
  const [paperId, { row_version: version }] = [of ?? (await paper()), await rowOf(id)];
  await as(by, (tx) => objectForWorker(tx, scale.kit, { id, version, reason: '多做了一天', paperId }));
  return paperId;
};
const correct = async (id: string) => {
  const { agreementId: _, ...one } = line();
  const { row_version: version } = await rowOf(id);
  const correction = { ...one, reason: '少记了一天' };
  return as(clerk, (tx) => correctWork(tx, scale.kit, { deciding: { id, version }, correction }));
};
const wages = () =>
  scale.shop.count(`select count(*) from benefit.obligation where household_id = $1 and kind = 'wage'`, [householdId]);
const stand = async () => {
  await scale.shop.setClock('30 days');
  while ((await scale.shop.does(letWorkStand)) > 0);
  await scale.shop.setClock('0 days');
};

test('a sheet of work is witnessed by nobody who gains by it', async () => {
  for (const name of ['张经办', '张 经办'])
    await expect(entered({ name, role: 'neighbour' })).rejects.toMatchObject({
      ...{ code: 'WITNESS_UNFIT', errors: [{ pointer: '/body/witness/name' }] },
    });
  expect(await scale.shop.count('select count(*) from benefit.work_record where supplier_id = $1', [supplierId])).toBe(
    0,
  );
  await entered({ name: '邻居甲', role: 'neighbour' });
});

test('what is entered already is witnessed later by its sheet, and stands once its days are over', async () => {
  const id = await entered();
  await expect(witness(id, clerk, '张经办', 'neighbour')).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await witness(id, clerk, '邻居甲', 'neighbour');
  await stand();
  expect([await rowOf(id), await wages()]).toMatchObject([{ state: 'uncontested' }, 1]);
});

test('a worker without a phone objects through whoever it told; what is put right the county witnesses', async () => {
  const id = await entered({ name: '邻居甲', role: 'neighbour' });
  await expect(object(id, clerk, await paper(await scale.shop.supplier()))).rejects.toMatchObject({
    code: 'PAPER_UNKNOWN',
  });
  const paperId = await object(id, officer);
  expect(await rowOf(id)).toMatchObject({ state: 'contested', contest_paper_id: paperId });
  await stand();
  expect([await rowOf(id), await wages()]).toMatchObject([{ state: 'contested' }, 0]);
  const better = await correct(id);
  await expect(witness(better, clerk, '邻居甲', 'neighbour')).rejects.toMatchObject({
    ...{ code: 'WITNESS_UNFIT', errors: [{ pointer: '/body/role' }] },
  });
  const once = await correct(better);
  await expect(witness(once, clerk, '邻居甲', 'neighbour')).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await witness(once, officer, '县示例', 'countyOfficer');
  await stand();
  expect([await rowOf(once), await wages()]).toMatchObject([{ state: 'uncontested' }, 1]);
});

test('a household without a phone says that it has no money, and that a line is wrong; who wrote it down does not decide', async () => {
  const id = await entered({ name: '邻居甲', role: 'neighbour' });
  await stand();
  const [debt] = await scale.shop.rows<{ id: string }>('select id from benefit.obligation where source_id = $1', [id]);
  const payment = randomUUID();
  const said = {
    supplierId,
    householdId,
    amount: { amount: '5000', currency: 'CNY' as const },
    method: 'cash' as const,
  };
  const receipt = await paper();
  await as(clerk, (tx) =>
    recordOutsidePayment(tx, scale.kit, { ...said, id: payment, paidOn: today, paperId: receipt }),
  );
  const [paperId, { row_version: version }] = [await paper(), await rowOf(payment, 'outside_payment')];
  await as(officer, (tx) => objectForPayee(tx, scale.kit, { id: payment, version, reason: '没有收到', paperId }));
  expect(await rowOf(payment, 'outside_payment')).toMatchObject({ state: 'contested', contest_paper_id: paperId });

  const wrong = { obligationId: debt!.id, reason: '少记了半天' };
  const stranger = await person('外县', { role: 'countyRevitalisation', jurisdiction: '999999' });
  await expect(as(stranger, (tx) => contestLine(tx, scale.kit, { ...wrong, paperId }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const contest = await as(officer, (tx) => contestLine(tx, scale.kit, { ...wrong, paperId }));
  const seen = () => viewContest(scale.shop.database, { actor: officer, side: 'readers' }, contest.id);
  const deciding = async () => ({ id: contest.id, version: (await seen()).version });
  expect(await seen()).toMatchObject({ state: 'open', paperId });
  const answering = { ...(await deciding()), words: '已核对工票', add: null };
  await as(clerk, (tx) => answerContest(tx, scale.kit, answering));
  const escalating = await deciding();
  await as(officer, (tx) => escalateContest(tx, scale.kit, { ...escalating, by: 'officers' }));
  const decision = { ...(await deciding()), words: '县里已核实', add: null };
  await expect(as(officer, (tx) => decideContest(tx, scale.kit, decision))).rejects.toMatchObject({
    code: 'FOUR_EYES',
  });
});

test('an officer who is a clerk elsewhere witnesses as an officer here', async () => {
  const both = await person(
    '县里又经办',
    { role: 'countyAgriculture', jurisdiction: officer.grants[0]!.jurisdiction },
    { organisationId: await scale.shop.supplier() },
  );
  const [id] = await scale.shop.does(async (tx) => {
    const terms = { kind: 'dividend' as const, shares: 1, landMuHundredths: null, rentPerMu: null };
    const ids = await drawAgreements(tx, [{ supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null }]);
    await offerAgreements(tx, ids);
    return ids;
  });
  const body = { name: '县里又经办', role: 'countyOfficer' as const, paperId: await paper(), on: today };
  await as(both, (tx) => signBeforeWitness(tx, scale.kit, { id: id!, version: 2, ...body }));
  expect(
    await scale.shop.count(`select count(*) from benefit.agreement where id = $1 and state = 'inForce'`, [id!]),
  ).toBe(1);
});

test('who has nothing to do with an agreement uses up no try at its code of the day', async () => {
  const controller = new WorkController(scale.shop.database, scale.kit);
  const typing = (actor: Person) =>
    controller.byCode(
      { params: undefined, query: undefined, body: { agreementId, code: '000000', pieces: null } },
      { name: 'POST /me/work', requestId: 'test', actor },
    );
  const other = await scale.shop.household(supplierId);
  for (let tries = 0; tries < 11; tries += 1)
    await expect(typing(await person('外人', { role: 'farmer', householdId: other }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  const worker = await person('本户', { role: 'farmer', householdId });
  await expect(typing(worker)).rejects.toMatchObject({ code: 'WRONG_CODE' });
});
