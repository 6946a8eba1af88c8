import { randomUUID } from 'node:crypto';
import { command, type Actor } from '@xihuo/platform';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { correctDelivery, recordDelivery } from './record-delivery';
import { confirmByHousehold, confirmSilent, objectForHousehold, witnessDelivery } from './settle-delivery';
import { viewDeliveries, viewDelivery } from './view-deliveries';

type Scale = ReturnType<Shop['scale']>;
type Role = Parameters<typeof witnessDelivery>[2]['role'];
let scale: Scale;
let offer: Offer;
let lotId: string;
let householdId: string;

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  offer = await scale.shop.offer();
  lotId = await scale.openLot(offer);
  householdId = await scale.shop.household(offer.supplierId);
});
afterEach(() => scale.shop.setClock('0 days'));

type Person = Extract<Actor, { kind: 'person' }>;
/** Somebody known by a name, with a role. */
const person = async (name: string, grant: Partial<Person['grants'][number]>): Promise<Person> => {
  const personId = randomUUID();
  await scale.shop.rows(`insert into identity.person (id, display_name, created_at) values ($1, $2, now())`, [
    personId,
    name,
  ]);
  const granted = { role: 'supplier' as const, organisationId: null, jurisdiction: null, householdId: null, ...grant };
  await scale.shop.rows(
    `insert into identity.role_grant (id, person_id, role, organisation_id, jurisdiction, household_id, granted_at, granted_by)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, now(), 'test')`,
    [personId, granted.role, granted.organisationId, granted.jurisdiction, granted.householdId],
  );
  return { kind: 'person', personId, grants: [granted] };
};
const clerkOf = (name: string) => person(name, { organisationId: offer.supplierId });
const county = async () =>
  (
    await scale.shop.rows<{ county_code: string }>('select county_code from registry.organisation_v where id = $1', [
      offer.supplierId,
    ])
  )[0]!.county_code;
const officer = async (name = '县示例', jurisdiction?: string) =>
  person(name, { role: 'countyAgriculture', jurisdiction: jurisdiction ?? (await county()) });
const as = async (actor: Actor, work: Parameters<typeof command>[2]) => {
  await command(scale.shop.database, { name: 'test', requestId: 'test', actor }, work);
};
const rowOf = async (id: string) =>
  (
    await scale.shop.rows<{ state: string; counts: boolean; row_version: number; contest_file_id: string | null }>(
      'select state, counts, row_version, contest_file_id from trace.delivery where id = $1',
      [id],
    )
  )[0]!;
const sheet = (supplierId = offer.supplierId) => scale.sheet(supplierId);
const record = async (more: object = {}) => {
  const weighed = await scale.weighed({ lotId, householdId, ...more });
  await scale.asClerk(offer.supplierId, (tx) => recordDelivery(tx, scale.kit, weighed));
  return weighed.id;
};
const witness = async (id: string, by: Actor, name: string, role: Role, sheetFileId?: string) => {
  const body = { name, role, sheetFileId: sheetFileId ?? (await sheet()) };
  const { row_version: version } = await rowOf(id);
  await as(by, (tx) => witnessDelivery(tx, scale.kit, { id, version, ...body }));
};
const object = async (id: string, by: Actor, paperId?: string) => {
  const body = { reason: '少记了一袋', paperId: paperId ?? (await sheet()) };
  const { row_version: version } = await rowOf(id);
  await as(by, (tx) => objectForHousehold(tx, scale.kit, { id, version, ...body }));
  return body.paperId;
};
const correct = async (id: string, grams: number) => {
  const correction = { ...(await scale.weighed({ lotId, householdId, grams })), reason: '过磅读错' };
  const { row_version: version } = await rowOf(id);
  await scale.asClerk(offer.supplierId, (tx) =>
    correctDelivery(tx, scale.kit, { deciding: { id, version }, correction }),
  );
  return correction.id;
};
const inLot = () => scale.shop.count('select received_grams from trace.lot where id = $1', [lotId]);

test('who profits by a delivery is no witness of it: neither the clerk nor a colleague, nor the household', async () => {
  const clerk = await clerkOf('张 收购');
  await clerkOf('李过磅');
  const id = await record();
  await person('王本户', { role: 'farmer', householdId });
  const [{ display_name: head }] = (await scale.shop.rows<{ display_name: string }>(
    'select display_name from registry.household_v where id = $1',
    [householdId],
  )) as [{ display_name: string }];
  for (const name of ['张收购', ' 李过磅', '王本户', head])
    await expect(witness(id, clerk, name, 'neighbour')).rejects.toMatchObject({
      ...{ code: 'WITNESS_UNFIT', errors: [{ pointer: '/body/name' }] },
    });
  expect(await rowOf(id)).toMatchObject({ state: 'recorded' });
  await witness(id, clerk, '示例村会计', 'villageOfficer');
  expect(await rowOf(id)).toMatchObject({ state: 'witnessed' });
});

test('an officer of the county is one in its own session and name, and only over its county', async () => {
  const id = await record();
  const clerk = await clerkOf('张收购');
  await expect(witness(id, clerk, '县示例', 'countyOfficer')).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  const own = await officer();
  await expect(witness(id, own, '别人', 'countyOfficer')).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await expect(witness(id, await officer('外县', '999999'), '外县', 'countyOfficer')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await witness(id, own, '县示例', 'countyOfficer');
  expect(await rowOf(id)).toMatchObject({ state: 'witnessed' });
});

test('without the sheet, or by another’s, nobody witnesses; the table refuses it too', async () => {
  const id = await record();
  const clerk = await clerkOf('张收购');
  const strange = await sheet(await scale.shop.supplier());
  await expect(witness(id, clerk, '示例村会计', 'villageOfficer', strange)).rejects.toMatchObject({
    code: 'PAPER_UNKNOWN',
  });
  await expect(
    scale.shop.rows(
      `update trace.delivery set state = 'witnessed', witnessed_at = now(), witness_name = 'x', confirms_on = now() where id = $1`,
      [id],
    ),
  ).rejects.toThrow(/delivery_witness_sheet/);
});

test('a household without a phone objects through whoever it told, with what it signed', async () => {
  const clerk = await clerkOf('张收购');
  const id = await record();
  await witness(id, clerk, '示例村会计', 'villageOfficer');
  const paperId = await object(id, await officer());
  expect(await rowOf(id)).toMatchObject({ state: 'contested', counts: true, contest_file_id: paperId });
  await scale.shop.setClock('16 days');
  await scale.shop.does((tx) => confirmSilent(tx, scale.kit));
  await scale.shop.setClock('0 days');
  expect(await rowOf(id)).toMatchObject({ state: 'contested' });

  const better = await correct(id, 12_000);
  expect(await viewDelivery(scale.shop.database, { actor: clerk, side: 'desk' }, better)).toMatchObject({
    wasContested: true,
  });
  await expect(witness(better, clerk, '示例村会计', 'villageOfficer')).rejects.toMatchObject({
    ...{ code: 'WITNESS_UNFIT', errors: [{ pointer: '/body/role' }] },
  });
  await witness(better, await officer('县示例二'), '县示例二', 'countyOfficer');
  expect([await rowOf(id), await rowOf(better), await inLot()]).toMatchObject([
    { state: 'corrected', counts: false },
    { state: 'witnessed', counts: true },
    12_000,
  ]);
});

test('the clerk may write the objection down as well; strangers may not, nor by a strange paper', async () => {
  const id = await record();
  await expect(object(id, await officer('外县', '999999'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const clerk = await clerkOf('张收购');
  const strange = await sheet(await scale.shop.supplier());
  await expect(object(id, clerk, strange)).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });
  await object(id, clerk);
  expect(await rowOf(id)).toMatchObject({ state: 'contested' });
});

test('a witnessed one is put right as well: it counts, and stands by silence, until the new one does', async () => {
  const clerk = await clerkOf('张收购');
  const id = await record();
  await witness(id, clerk, '示例村会计', 'villageOfficer');
  const better = await correct(id, 9_000);
  expect([await rowOf(id), await inLot()]).toMatchObject([{ state: 'witnessed', counts: true }, 10_000]);
  await scale.shop.setClock('16 days');
  await scale.shop.does((tx) => confirmSilent(tx, scale.kit));
  expect(await rowOf(id)).toMatchObject({ state: 'confirmed', counts: true });
  const { row_version: version } = await rowOf(better);
  await scale.asHousehold(householdId, (tx) => confirmByHousehold(tx, scale.kit, { id: better, version }));
  expect([await rowOf(id), await inLot()]).toMatchObject([{ state: 'corrected', counts: false }, 9_000]);
  const told = await scale.shop.rows<{ replaces: string | null }>(
    `select payload ->> 'replaces' as replaces from platform.outbox_event
      where name = 'deliveryConfirmed' and payload ->> 'deliveryId' = $1`,
    [better],
  );
  expect(told).toEqual([{ replaces: id }]);
});

test('an officer reads the deliveries of its county, and nobody else’s', async () => {
  const id = await record();
  const seen = async (actor: Actor) =>
    (await viewDeliveries(scale.shop.database, { actor, side: 'desk' }, { limit: 50, lot: lotId })).data.map(
      (row) => row.id,
    );
  expect(await seen(await officer())).toEqual([id]);
  expect(await seen(await officer('外县', '999999'))).toEqual([]);
});
