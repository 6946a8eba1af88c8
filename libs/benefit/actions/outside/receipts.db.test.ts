import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { confirmPayment, contestPayment, withdrawPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { settleSilentPayments } from './settle-payments';

type Said = Parameters<typeof recordOutsidePayment>[2];
let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let household: string;
let neighbour: string;
let paperId: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  const offer = await shop.offer();
  ({ supplierId } = offer);
  // Each owed 80.00 of floor price and 4.00 of premium.
  const grams = [10_000n, 10_000n];
  const harvest = await shop.harvest({ offer, grams, floorFenPerKg: 800n, premiumFenPerKg: 40n });
  [household, neighbour] = harvest.households as [string, string];
  paperId = await paper();
});

/** Of another sheet every time, where its hash is not named. */
const paper = async (sheet: Buffer | null = null) =>
  (
    await shop.rows<{ file_id: string }>(
      `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
       values (gen_random_uuid(), $1, coalesce($2, sha256(gen_random_uuid()::text::bytea)), 1, gen_random_uuid(), now())
       returning file_id`,
      [supplierId, sheet],
    )
  )[0]!.file_id;
const record = async (fen: number, more: Partial<Said> = {}): Promise<string> => {
  const payment: Said = {
    ...{ id: randomUUID(), supplierId, householdId: household, method: 'cash', paperId, paidOn: await scale.today() },
    ...{ amount: { amount: String(fen), currency: 'CNY' }, ...more },
  };
  await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
  return payment.id;
};
const read = async (id: string) =>
  (
    await shop.rows<{ row_version: number; answer_by: string }>(
      `select row_version, to_char(answer_by, 'YYYY-MM-DD') as answer_by from benefit.outside_payment where id = $1`,
      [id],
    )
  )[0]!;
const deciding = async (id: string) => ({ id, version: (await read(id)).row_version });
const confirm = async (id: string) => {
  const step = await deciding(id);
  await scale.asHousehold(household, (tx) => confirmPayment(tx, scale.kit, step));
};
const contest = async (id: string) => {
  const step = { ...(await deciding(id)), reason: '没有收到' };
  await scale.asHousehold(household, (tx) => contestPayment(tx, scale.kit, step));
};
const withdraw = async (id: string) => {
  const step = { ...(await deciding(id)), reason: '登记错了' };
  await scale.asClerk(supplierId, (tx) => withdrawPayment(tx, scale.kit, step));
};
const silence = () => shop.does((tx) => settleSilentPayments(tx, scale.kit));
const dues = async () => (await viewEarnings(shop.database, household, undefined, 10)).totals;

const RECEIPT_USED = { code: 'RECEIPT_USED' };

test.each(['contested', 'lapsed', 'confirmed', 'withdrawn after an objection'])(
  'the receipt of a payment that was %s holds nothing back a second time',
  async (outcome) => {
    const sheet = Buffer.alloc(32, outcome.length);
    const id = await record(1_000, { paperId: await paper(sheet) });
    if (outcome === 'confirmed') await confirm(id);
    if (outcome === 'contested' || outcome === 'withdrawn after an objection') await contest(id);
    if (outcome === 'withdrawn after an objection') await withdraw(id);
    if (outcome === 'lapsed') {
      await shop.setClock('31 days');
      await silence();
    }
    const before = await dues();
    // Photographed and handed in anew it is the same sheet.
    const again = await paper(sheet);
    await expect(record(1_000, { paperId: again })).rejects.toMatchObject(RECEIPT_USED);
    expect(await dues()).toEqual(before);
    await record(1_000, { paperId: await paper() });
  },
);

test('one receipt at once for two lines is one payment', async () => {
  const lines = await shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1', [
    household,
  ]);
  const outcomes = await Promise.allSettled(lines.map(({ id }) => record(100, { obligationIds: [id] })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: RECEIPT_USED });
});

test('taken back and shown anew, a receipt wins no days', async () => {
  const first = await record(1_000);
  const { answer_by: until } = await read(first);
  await withdraw(first);
  await shop.setClock('20 days');
  const second = await record(1_000);
  expect((await read(second)).answer_by).toBe(until);
  await withdraw(second);
  await shop.setClock('31 days');
  await expect(record(1_000)).rejects.toMatchObject(RECEIPT_USED);
});

test('one list of the bank stands for many households, once for each', async () => {
  for (const householdId of [household, neighbour]) await record(100, { householdId });
  await expect(record(100, { householdId: neighbour })).rejects.toMatchObject(RECEIPT_USED);
});

test('one payment that is sent twice at once is one payment, also where it is all that is open', async () => {
  const id = randomUUID();
  const letGo = await shop.hold(`select from benefit.obligation where household_id = '${household}' for update`);
  const both = Promise.all([record(8_400, { id }), record(8_400, { id })]);
  await shop.untilWaiting(2);
  await letGo();
  expect(await both).toEqual([id, id]);
  expect((await dues()).waiting.amount).toBe('8400');
});
