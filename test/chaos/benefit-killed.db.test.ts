import { randomUUID } from 'node:crypto';
import { agreements, dues, work } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { holding, openShop, testMasterKey, type Shop } from '@xihuo/testing';
import { ended } from './dies';
import { jobRound } from './job-round';

/** Jobs of what is owed to households, killed before and after each commit: begun again, nothing is lost and nothing is there twice. */

const WITNESS = { name: '示例村干部', role: 'villageOfficer' as const };
let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let productId: string;
let householdId: string;
let paperId: string;
let today: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  today = await scale.today();
  ({ supplierId, productId } = await shop.offer());
  householdId = await shop.household(supplierId);
  paperId = await paper();
});

/** Somebody on either side who is told. */
async function haveReaders(): Promise<void> {
  for (const party of [householdId, supplierId])
    await shop.rows(
      `with person as (insert into identity.person (id, display_name) values (gen_random_uuid(), '示例') returning id)
       insert into identity.role_grant (person_id, role, household_id, organisation_id, granted_at, granted_by)
       select id, case when $1::uuid = $2::uuid then 'farmer' else 'supplier' end, case when $1::uuid = $2::uuid then $1 end, case when $1::uuid <> $2::uuid then $1 end,
              now(), 'test' from person`,
      [party, householdId],
    );
}
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
const clerk = <View>(does: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(supplierId, does);
const household = <View>(does: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, does);
const paper = async () =>
  (
    await shop.rows<{ id: string }>(
      `insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
       values (gen_random_uuid(), $1, null, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id as id`,
      [supplierId],
    )
  )[0]!.id;
const agreedOnPaper = async (more: Partial<Parameters<Shop['agreedOnPaper']>[0][number]>) =>
  (await shop.agreedOnPaper([{ supplierId, householdId, kind: 'employment', effectiveFrom: today, ...more }]))[0]!;

/** Killed in a process of its own, then run twice as whoever is started again would. */
async function killedAt(failpoint: string, name: string): Promise<void> {
  expect(await ended('run-job.ts', shop.url, failpoint, name)).toBe('SIGKILL');
}
async function goOn(name: string): Promise<void> {
  const at = { database: shop.database, masterKey: testMasterKey };
  await jobRound(at, name);
  await jobRound(at, name);
}

/** What the supplier owes in the books, its lines and what they come to, and how often each thing was told and noted. */
async function found() {
  const [owed] = await shop.rows<{ lines: number; fen: number; debt: number }>(
    `select count(*)::int as lines, coalesce(sum(amount_fen - carried_fen - reversed_fen - outside_fen), 0)::int as fen,
            (select coalesce(sum(balance_fen), 0)::int from ledger.balance_v join ledger.account on id = account_id
              where code = 'supplierDebt' and owner_id = $1) as debt
       from benefit.obligation where supplier_id = $1`,
    [supplierId],
  );
  const told = await shop.rows<{ what: string; times: number }>(
    `select split_part(key, ':', 1) as what, count(*)::int as times from platform.notice
      where person_id in (select person_id from identity.role_grant where household_id = $1 or organisation_id = $2)
      group by 1 order by 1`,
    [householdId, supplierId],
  );
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  return { ...owed!, told: Object.fromEntries(told.map(({ what, times }) => [what, times])) };
}
/** How often the audit says that something was done to what belongs to these. */
const noted = (action: string, ids: readonly string[]) =>
  shop.count(
    `select count(*) from platform.audit_content where subject_id = any ($1) and content::json ->> 'action' = $2`,
    [ids, action],
  );
const states = async (of: 'work_record' | 'outside_payment' | 'contest' | 'agreement', ids: readonly string[]) =>
  (
    await shop.rows<{ state: string; many: number }>(
      `select state, count(*)::int as many from benefit.${of} where id = any ($1::uuid[]) group by state order by state`,
      [ids],
    )
  ).map(({ state, many }) => `${many} ${state}`);

/** Before a commit nothing is done, after it a first part is: those that one transaction takes. */
const aroundCommit = (name: string, part: string) => [
  [`${name}:beforeCommit`, ''],
  [`${name}:afterCommit`, part],
];

test.each(aroundCommit('benefit.letWorkStand', '500 uncontested'))(
  'work stands and is owed once, killed at %s',
  async (failpoint, first) => {
    const agreementId = await agreedOnPaper({ dailyWageFen: 10_000n });
    // More than one transaction takes.
    const lines = Array.from({ length: 501 }, (_, at) => ({
      ...{ id: randomUUID(), agreementId, from: today, to: today, days: 1, pieces: null, worker: `示例工${at}` },
    }));
    const ids = lines.map(({ id }) => id);
    for (const some of [lines.slice(0, 200), lines.slice(200, 400), lines.slice(400)])
      await clerk((tx) => work.enter(tx, scale.kit, { supplierId, lines: some, witness: { ...WITNESS, paperId } }));
    await shop.setClock('60 days');
    await killedAt(failpoint!, 'benefit.letWorkStand');
    expect(await states('work_record', ids)).toEqual(first ? [first, '1 witnessed'] : ['501 witnessed']);
    const done = first ? 500 : 0;
    expect(await found()).toMatchObject({ lines: done, fen: done * 10_000, debt: done * 10_000 });
    await goOn('benefit.letWorkStand');
    expect(await states('work_record', ids)).toEqual(['501 uncontested']);
    expect(await found()).toMatchObject({ lines: 501, fen: 5_010_000, debt: 5_010_000 });
    expect(await noted('work.stand', ids)).toBe(501);
  },
  240_000,
);

test.each(aroundCommit('benefit.settleSilentPayments', 'done'))(
  'silence about payments has its effect once, killed at %s',
  async (failpoint, first) => {
    householdId = await shop.workedDays(supplierId, 3, 10_000n);
    await haveReaders();
    const said = async (fen: number) => {
      const id = randomUUID();
      const payment = { id, supplierId, householdId, amount: yuan(fen), method: 'cash' as const, paidOn: today };
      await clerk(async (tx) => dues.recordPayment(tx, scale.kit, { ...payment, paperId: await paper() }));
      return id;
    };
    const ids = [await said(1_000), await said(20_000)];
    await clerk((tx) =>
      dues.witnessPayment(tx, scale.kit, { id: ids[1]!, version: 1, ...WITNESS, paperId, on: today }),
    );
    await shop.setClock('100 days');
    const over = { fen: 10_000, debt: 10_000 };
    await killedAt(failpoint!, 'benefit.settleSilent');
    expect(await states('outside_payment', ids)).toEqual(
      first ? ['1 confirmed', '1 lapsed'] : ['1 recorded', '1 witnessed'],
    );
    expect(await found()).toMatchObject(first ? over : { fen: 30_000, debt: 30_000 });
    await goOn('benefit.settleSilent');
    expect(await states('outside_payment', ids)).toEqual(['1 confirmed', '1 lapsed']);
    expect(await found()).toMatchObject({
      ...over,
      told: { 'outsidePayment.confirmed': 2, 'outsidePayment.lapsed': 2 },
    });
    expect([await noted('outsidePayment.stand', ids), await noted('outsidePayment.lapse', ids)]).toEqual([1, 1]);
  },
  240_000,
);

test.each(aroundCommit('benefit.escalateSilent', '1 escalated'))(
  'an objection that nobody answered goes to the county once, killed at %s',
  async (failpoint, first) => {
    householdId = await shop.workedDays(supplierId, 3, 10_000n);
    await haveReaders();
    const [line] = await shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1', [
      householdId,
    ]);
    const { id } = await household((tx) =>
      dues.contestLine(tx, scale.kit, { obligationId: line!.id, reason: '少记了一天' }),
    );
    await shop.setClock('100 days');
    await killedAt(failpoint!, 'benefit.settleSilent');
    expect(await states('contest', [id])).toEqual([first || '1 open']);
    await goOn('benefit.settleSilent');
    expect(await states('contest', [id])).toEqual(['1 escalated']);
    expect(await found()).toMatchObject({ told: { 'contest.opened': 1, 'contest.escalated': 2 } });
    expect(await noted('contest.escalate', [id])).toBe(1);
  },
  240_000,
);

test.each(aroundCommit('benefit.accrueRents', 'done'))(
  'rents are owed once, killed at %s',
  async (failpoint, first) => {
    const year = Number(today.slice(0, 4));
    await agreedOnPaper({ kind: 'dividend', shares: 1, effectiveFrom: `${year - 2}-01-01` });
    await shop.rows(
      'update benefit.agreement set land_mu_hundredths = 250, rent_fen_per_mu = 40000 where household_id = $1',
      [householdId],
    );
    await killedAt(failpoint!, 'benefit.accrueRents');
    const both = { lines: 2, fen: 200_000, debt: 200_000 };
    expect(await found()).toMatchObject(first ? both : { lines: 0, fen: 0, debt: 0 });
    await goOn('benefit.accrueRents');
    expect(await found()).toMatchObject(both);
  },
  240_000,
);

test.each(aroundCommit('benefit.turnAgreements', 'turned'))(
  'agreements begin and end once, killed at %s',
  async (failpoint, first) => {
    await haveReaders();
    const until = await agreedOnPaper({ dailyWageFen: 10_000n, effectiveTo: today });
    const from = await shop.does(async (tx) => {
      const terms = { kind: 'dividend', shares: 1, landMuHundredths: null, rentPerMu: null } as const;
      const draft = { supplierId, householdId, terms, effectiveFrom: time.addDays(today, 1), effectiveTo: null };
      const [id] = await agreements.drawAll(tx, [draft]);
      await agreements.offerAll(tx, [id!]);
      await agreements.signAll(tx, [id!], { way: 'session', on: today });
      return id!;
    });
    await shop.setClock('1 day');
    await killedAt(failpoint!, 'benefit.turnAgreements');
    expect(await states('agreement', [until, from])).toEqual(
      first ? ['1 ended', '1 inForce'] : ['1 inForce', '1 signed'],
    );
    await goOn('benefit.turnAgreements');
    expect(await states('agreement', [until, from])).toEqual(['1 ended', '1 inForce']);
    expect((await found()).told).toEqual({ 'agreement.over': 2 });
    expect([await noted('agreement.begin', [from]), await noted('agreement.over', [until])]).toEqual([1, 1]);
  },
  240_000,
);

test.each(aroundCommit('benefit.releaseHeld', 'done'))(
  'what was held while its agreement was signed is owed once, killed at %s',
  async (failpoint, first) => {
    const lotId = await scale.openLot({ supplierId, productId } as Parameters<typeof scale.openLot>[0]);
    await scale.brought(supplierId, { lotId, householdId, grams: 6_000 });
    await goOn('benefit.onDeliveryConfirmed');
    await agreedOnPaper({
      kind: 'contractPurchase',
      productId,
      floorFenPerKg: 800n,
      premiumFenPerKg: 50n,
      grams: 9_000n,
    });
    await killedAt(failpoint!, 'benefit.turnAgreements');
    const owed = { lines: 2, fen: 5_100, debt: 5_100 };
    expect(await found()).toMatchObject(first ? owed : { lines: 0, fen: 0, debt: 0 });
    await goOn('benefit.turnAgreements');
    expect(await found()).toMatchObject(owed);
    expect(
      await shop.count('select delivered_grams from benefit.agreement where household_id = $1', [householdId]),
    ).toBe(6_000);
  },
  240_000,
);

test.each(aroundCommit('benefit.onDeliveryConfirmed', 'done'))(
  'a confirmed delivery is owed once, and what is beyond the contract is held once, killed at %s',
  async (failpoint, first) => {
    await agreedOnPaper({
      kind: 'contractPurchase',
      productId,
      floorFenPerKg: 800n,
      premiumFenPerKg: 50n,
      grams: 9_000n,
    });
    const lotId = await scale.openLot({ supplierId, productId } as Parameters<typeof scale.openLot>[0]);
    for (const grams of [6_000, 4_000]) await scale.brought(supplierId, { lotId, householdId, grams });
    await killedAt(failpoint!, 'benefit.onDeliveryConfirmed');
    const owed = { lines: 2, fen: 5_100, debt: 5_100 };
    const held = () => shop.count('select count(*) from benefit.held_delivery where household_id = $1', [householdId]);
    expect(await found()).toMatchObject(first ? owed : { lines: 0, fen: 0, debt: 0 });
    expect(await held()).toBe(first ? 1 : 0);
    await goOn('benefit.onDeliveryConfirmed');
    expect(await found()).toMatchObject(owed);
    expect(await held()).toBe(1);
  },
  240_000,
);
