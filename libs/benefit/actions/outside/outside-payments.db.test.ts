import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { command, type Actor, type Tx } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { fundObligations, openFundable } from '../fund-obligations';
import { viewEarnings } from '../view-earnings';
import { confirmPayment, contestPayment, withdrawPayment, witnessPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { settleSilentPayments } from './settle-payments';
import { viewPayments } from './view-payments';

type Scale = ReturnType<Shop['scale']>;
type Said = Parameters<typeof recordOutsidePayment>[2];
let shop: Shop;
let scale: Scale;
let supplierId: string;
let lotId: string;
let household: string;
let paperId: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  // What earlier tests left waiting is over before the next begins.
  await shop.setClock('100 days');
  await silence();
  await shop.setClock('0 days');
  const offer = await shop.offer();
  ({ supplierId } = offer);
  // Owed 80.00 of floor price and 4.00 of premium.
  const harvest = await shop.harvest({ offer, grams: [10_000n], floorFenPerKg: 800n, premiumFenPerKg: 40n });
  ({ lotId } = harvest);
  household = harvest.households[0]!;
  paperId = await paper();
});

const yuan = (fen: bigint | number) => ({ amount: String(fen), currency: 'CNY' as const });
const paper = async (of = supplierId, about: string | null = null) =>
  (
    await shop.rows<{ file_id: string }>(
      `insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
       values (gen_random_uuid(), $1, $2, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
      [of, about],
    )
  )[0]!.file_id;

const said = async (fen: number, more: Partial<Said> = {}): Promise<Said> => ({
  ...{ id: randomUUID(), supplierId, householdId: household, amount: yuan(fen), method: 'cash' },
  ...{ paidOn: await scale.today(), paperId, ...more },
});
const record = async (fen: number, more: Partial<Said> = {}): Promise<string> => {
  const payment = await said(fen, more);
  await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
  return payment.id;
};
const read = async (id: string) =>
  (
    await shop.rows<{ state: string; row_version: number; answer_by: string; stands_on: string | null }>(
      `select state, row_version, to_char(answer_by, 'YYYY-MM-DD') as answer_by, to_char(stands_on, 'YYYY-MM-DD') as stands_on
         from benefit.outside_payment where id = $1`,
      [id],
    )
  )[0]!;
type Step = (tx: Tx, deciding: { id: string; version: number }) => Promise<void>;
const byHousehold = async (id: string, step: Step) =>
  scale.asHousehold(household, async (tx) => step(tx, { id, version: (await read(id)).row_version }));
const byClerk = async (id: string, step: Step) =>
  scale.asClerk(supplierId, async (tx) => step(tx, { id, version: (await read(id)).row_version }));
const confirm = (id: string) => byHousehold(id, (tx, deciding) => confirmPayment(tx, scale.kit, deciding));
const contest = (id: string) =>
  byHousehold(id, (tx, deciding) => contestPayment(tx, scale.kit, { ...deciding, reason: '没有收到' }));
const withdraw = (id: string) =>
  byClerk(id, (tx, deciding) => withdrawPayment(tx, scale.kit, { ...deciding, reason: '登记错了' }));
const WITNESS = { name: '示例村干部', role: 'villageOfficer' as const };
const witness = async (id: string, more: Partial<{ role: 'countyOfficer'; on: string; paperId: string }> = {}) => {
  const on = await scale.today();
  await byClerk(id, (tx, deciding) => witnessPayment(tx, scale.kit, { ...deciding, ...WITNESS, paperId, on, ...more }));
};
const silence = () => shop.does((tx) => settleSilentPayments(tx, scale.kit));
/** Due, settled, paid outside, waiting and open, in fen. */
const dues = async () => {
  const { totals } = await viewEarnings(shop.database, household, undefined, 10);
  const { due, funded, paidOutside, waiting, open } = totals;
  return [due, funded, paidOutside, waiting, open].map(({ amount }) => Number(amount));
};
const debt = () =>
  shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [supplierId],
  );
/** A settlement run that has this much of the supplier's sales to give. Answers what went to its households. */
const fund = (netFen: bigint) =>
  shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, $3, $3, $3)',
      [lotId, supplierId, netFen.toString()],
    );
    const funded = await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
    return Number(funded.get(supplierId) ?? 0n);
  });

test('what is said to be paid waits: no run pays it, before the answer or after the yes', async () => {
  const id = await record(5_000);
  expect([await dues(), await debt()]).toEqual([[8_400, 0, 0, 5_000, 3_400], 8_400]);
  expect(await fund(100_000n)).toBe(3_400);
  expect(await fund(100_000n)).toBe(0);
  expect(await dues()).toEqual([8_400, 3_400, 0, 5_000, 0]);

  await confirm(id);
  expect([await dues(), await debt()]).toEqual([[8_400, 3_400, 5_000, 0, 0], 0]);
  expect(await fund(100_000n)).toBe(0);
  expect(
    await shop.count(
      `select sum(amount_fen) from ledger.transfer where code = 'obligation.paidOutside' and source_id = $1`,
      [id],
    ),
  ).toBe(5_000);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('wages and prices first, the parts are the payment, each with its reason', async () => {
  await record(8_100);
  const actor = person({ role: 'supplier', organisationId: supplierId });
  const [payment] = (await viewPayments(shop.database, actor, { household, limit: 10 })).data;
  expect(payment).toMatchObject({ state: 'recorded', version: 1, amount: yuan(8_100), method: 'cash', paperId });
  expect(payment!.parts).toEqual([
    {
      obligationId: expect.any(String),
      why: expect.objectContaining({ zh: expect.stringContaining('保底价') }),
      amount: yuan(8_000),
    },
    {
      obligationId: expect.any(String),
      why: expect.objectContaining({ zh: expect.stringContaining('溢价') }),
      amount: yuan(100),
    },
  ]);
});

const person = (grant: Partial<Extract<Actor, { kind: 'person' }>['grants'][number]>): Actor => ({
  ...{ kind: 'person', personId: randomUUID() },
  grants: [{ role: 'supplier', organisationId: null, jurisdiction: null, householdId: null, ...grant }],
});

test('more than is owed is refused with what is open; nobody is paid twice, however often it is said', async () => {
  await expect(record(8_401)).rejects.toMatchObject({
    code: 'OUTSIDE_PAYMENT_TOO_LARGE',
    extra: { open: yuan(8_400) },
  });
  await record(8_400);
  await expect(record(1, { paperId: await paper() })).rejects.toMatchObject({
    code: 'OUTSIDE_PAYMENT_TOO_LARGE',
    extra: { open: yuan(0) },
  });
  expect(await shop.count('select count(*) from benefit.outside_payment where household_id = $1', [household])).toBe(1);
});

test('two that are said at once, and a run beside them, take no fen twice', async () => {
  const outcomes = await Promise.allSettled([record(5_000), record(5_000, { paperId: await paper() }), fund(8_400n)]);
  const paid = await shop.rows<{ all: string; open: string }>(
    `select sum(funded_fen + outside_fen + held_fen) as all, min(open_fen) as open from benefit.obligation where household_id = $1`,
    [household],
  );
  expect(Number(paid[0]!.all)).toBeLessThanOrEqual(8_400);
  expect(Number(paid[0]!.open)).toBeGreaterThanOrEqual(0);
  expect(outcomes.filter(({ status }) => status === 'rejected').every((one) => refusedAsTooLarge(one))).toBe(true);
});

const refusedAsTooLarge = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'rejected' && (outcome.reason as { code: string }).code === 'OUTSIDE_PAYMENT_TOO_LARGE';

test('for debts that are named, and for no others', async () => {
  const [premium] = await shop.rows<{ id: string }>(
    `select id from benefit.obligation where household_id = $1 and kind = 'premium'`,
    [household],
  );
  const obligationIds = [premium!.id];
  await expect(record(401, { obligationIds })).rejects.toMatchObject({ code: 'OUTSIDE_PAYMENT_TOO_LARGE' });
  await record(400, { obligationIds });
  expect(await shop.count('select held_fen from benefit.obligation where id = $1', [premium!.id])).toBe(400);
  const other = await shop.harvest({ offer: await shop.offer(), grams: [1_000n] });
  const [strange] = await shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1', [
    other.households[0],
  ]);
  await expect(record(100, { obligationIds: [strange!.id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a household that has no money says so; it lapses when its time is over, and the debt is open again', async () => {
  const id = await record(5_000);
  await contest(id);
  expect(await read(id)).toMatchObject({ state: 'contested', row_version: 2 });
  expect(await fund(1n)).toBe(1);
  expect(await silence()).toBe(0);
  await shop.setClock('30 days');
  expect(await silence()).toBe(0);
  await shop.setClock('31 days');
  expect(await silence()).toBe(1);
  expect([(await read(id)).state, await dues()]).toEqual(['lapsed', [8_400, 1, 0, 0, 8_399]]);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await fund(100_000n)).toBe(8_399);
});

test('silence is no receipt', async () => {
  const id = await record(5_000);
  await shop.setClock('31 days');
  expect(await silence()).toBe(1);
  expect([(await read(id)).state, (await dues())[2]]).toEqual(['lapsed', 0]);
});

test('signed for before a witness it stands once the days to contest are over', async () => {
  const id = await record(5_000);
  await witness(id);
  expect(await read(id)).toMatchObject({ state: 'witnessed', stands_on: time.addDays(await scale.today(), 15) });
  expect(await dues()).toEqual([8_400, 0, 0, 5_000, 3_400]);
  await shop.setClock('14 days');
  expect(await silence()).toBe(0);
  await shop.setClock('15 days');
  expect(await silence()).toBe(1);
  expect([(await read(id)).state, await dues(), await debt()]).toEqual([
    'confirmed',
    [8_400, 0, 5_000, 0, 3_400],
    3_400,
  ]);
});

test('what was contested is confirmed by the household alone: no witness stands in for it', async () => {
  const id = await record(5_000);
  await witness(id);
  await contest(id);
  await expect(witness(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await shop.setClock('16 days');
  expect(await silence()).toBe(0);
  await confirm(id);
  expect((await dues())[2]).toBe(5_000);
});

test("a witness is somebody fit, with a sheet of this household's", async () => {
  const id = await record(5_000);
  const tomorrow = time.addDays(await scale.today(), 1);
  await expect(witness(id, { on: tomorrow })).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await expect(witness(id, { role: 'countyOfficer' })).rejects.toMatchObject({ code: 'WITNESS_UNFIT' });
  await expect(witness(id, { paperId: randomUUID() })).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });
  const other = await paper(supplierId, await shop.household(supplierId));
  await expect(witness(id, { paperId: other })).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });

  const officer = (jurisdiction: string) =>
    command(
      shop.database,
      { name: 'test', requestId: 'test', actor: person({ role: 'countyAgriculture', jurisdiction }) },
      async (tx) =>
        witnessPayment(tx, scale.kit, {
          ...{ id, version: 1, name: '示例干部', role: 'countyOfficer', paperId, on: await scale.today() },
        }),
    );
  await expect(officer('610630')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await officer('610629');
  expect((await read(id)).state).toBe('witnessed');
});

test('what the supplier takes back is open again, and may be said anew', async () => {
  const id = await record(8_400);
  await withdraw(id);
  expect([(await read(id)).state, await dues()]).toEqual(['withdrawn', [8_400, 0, 0, 0, 8_400]]);
  await expect(contest(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await confirm(await record(8_400));
  expect(await dues()).toEqual([8_400, 0, 8_400, 0, 0]);
});

test('sent twice it is one payment; other content under its id is an error', async () => {
  const payment = await said(5_000);
  const send = (more: Partial<Said> = {}, by = supplierId) =>
    scale.asClerk(by, (tx) => recordOutsidePayment(tx, scale.kit, { ...payment, ...more }));
  await send();
  await send();
  expect(await dues()).toEqual([8_400, 0, 0, 5_000, 3_400]);
  for (const more of [{ amount: yuan(5_001) }, { method: 'bank' as const }, { obligationIds: [randomUUID()] }])
    await expect(send(more)).rejects.toMatchObject({ code: 'ID_USED' });
  await expect(send({}, await shop.supplier())).rejects.toMatchObject({ code: 'ID_USED' });
});

test.each([
  ['nothing', { amount: yuan(0) }, 'AMOUNT_ZERO'],
  ['paid on a day to come', { paidOn: '2099-01-01' }, 'OUTSIDE_PAYMENT_DAY'],
  ['without a receipt', { paperId: randomUUID() }, 'PAPER_UNKNOWN'],
  ['to a household nobody knows', { householdId: randomUUID() }, 'NOT_FOUND'],
  ["in another supplier's name", { supplierId: randomUUID() }, 'NOT_FOUND'],
] as const)('%s is refused, nothing set aside', async (_name, more, code) => {
  await expect(record(100, more)).rejects.toMatchObject({ code });
  expect(await dues()).toEqual([8_400, 0, 0, 0, 8_400]);
});
