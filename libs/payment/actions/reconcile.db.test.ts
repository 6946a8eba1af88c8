import { money } from '@xihuo/kernel';
import { Notices, Vault } from '@xihuo/platform';
import { asTest, holding, openShop, testMasterKey, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { StripeProvider } from '../provider/stripe-provider';
import { applyClaims } from './apply-claims';
import { listOpenDifferences, stepDifference, viewDifference } from './differences';
import { reconcile, reconcileDay } from './reconcile-day';
import { requestRefunds } from './request-refunds';
import { sendRefunds } from './send-refunds';
import { startPayment, type Till } from './start-payment';
import { tellOfDifferences } from './tell-of-differences';

/** Bill, payments and books beside each other, with the real SDK against a sandbox whose bill can be made to lie. */

let shop: Shop;
let sandbox: TestSandbox;
let till: Till;
const [ANNA, BEN] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  const { webhookSecret, origin: apiBase } = sandbox;
  const provider = new StripeProvider({ secretKey: 'sk_test_sandbox', webhookSecret, apiBase });
  till = { database: shop.database, provider, providerName: 'sandbox' };
});
afterAll(async () => {
  await sandbox?.close();
  await holding.closeSound(shop);
});
afterEach(() => sandbox.behave());

interface Paid {
  order: PlacedOrder;
  paymentId: string;
  ref: string;
}

/** Paid at the cashier; whether we have heard of it is the question. */
async function paidThere(): Promise<Paid> {
  const order = await shop.placedOrder({ offer: await shop.offer({ priceFen: 1_000n }) });
  const legs = order.supplierOrders.map((part) => ({
    ...{ supplierOrderId: part.id, supplierId: part.supplier.id, amountFen: money.fromWire(part.amount) },
  }));
  const { id: orderId, number: orderNumber } = order;
  await startPayment(till, { orderId, orderNumber, legs, returnUrl: 'http://localhost:3000/orders/1', ...asTest });
  const [row] = await shop.rows<{ id: string; provider_payment: string }>(
    'select id, provider_payment from payment.payment where order_id = $1',
    [orderId],
  );
  await sandbox.stripe.paymentIntents.confirm(row!.provider_payment, { payment_method: 'pm_card_visa' });
  return { order, paymentId: row!.id, ref: row!.provider_payment };
}

async function heard(paid: Paid): Promise<Paid> {
  const claim = await till.provider.query({ paymentRef: paid.ref });
  await shop.does((tx) => applyClaims(tx, [claim!]));
  return paid;
}
const paid = async () => heard(await paidThere());

const today = async () =>
  (await shop.rows<{ day: string }>(`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`))[0]!.day;
const read = async () => reconcileDay(till, await today(), asTest);

interface Found {
  id: string;
  kind: string;
  state: string;
  here_fen: number;
  there_fen: number;
  closed_how: string | null;
  row_version: number;
}
const found = (subject: string) =>
  shop.rows<Found>(
    `select id, kind, state, here_fen::integer, there_fen::integer, closed_how, row_version from payment.difference
      where subject = $1 or payment_id::text = $1 order by id`,
    [subject],
  );
const step = (who: string, id: string, version: number, wanted: 'assign' | 'explain' | 'repair' | 'close', note = '') =>
  stepDifference(till, asTest, who, { id, version, step: wanted, note });

async function refunded({ order }: Paid, amountFen: bigint): Promise<string> {
  const part = order.supplierOrders[0]!;
  const [row] = await shop.does((tx) =>
    requestRefunds(tx, [
      { supplierOrderId: part.id, amountFen: money.fen(amountFen), sourceKind: 'cancel', sourceId: order.id },
    ]),
  );
  const log = { warn: () => undefined, info: () => undefined, error: () => undefined } as unknown as Parameters<
    typeof sendRefunds
  >[1];
  await sendRefunds(till, log);
  return row!.id;
}

test('what agrees opens nothing: payments, refunds and refunds that failed and went anew', async () => {
  const one = await paid();
  const refundId = await refunded(one, 300n);
  await read();
  expect(await found(one.paymentId)).toEqual([]);
  expect(await found(`refund:${refundId}`)).toEqual([]);
  const [day] = await shop.rows<{ lines: number; payments_fen: number; refunds_fen: number }>(
    'select lines, payments_fen::integer, refunds_fen::integer from payment.bill_day',
  );
  expect(day).toEqual({ lines: 2, payments_fen: 1_000, refunds_fen: -300 });
});

/** What was emitted since, told as the consumer tells it, twice: how many notices somebody of finance has by now. */
async function toldFinance(personId: string): Promise<number> {
  const events = await shop.rows<{ id: string; payload: { opened: number; again: number } }>(
    `select id, payload from platform.outbox_event where name = 'differencesFound'`,
  );
  const notices = new Notices(new Vault(testMasterKey));
  const news = events.map(({ id, payload }) => ({ eventId: id, ...payload }));
  for (let times = 0; times < 2; times += 1) await shop.does((tx) => tellOfDifferences(tx, notices, news));
  return shop.count('select count(*) from platform.notice where person_id = $1', [personId]);
}

test('finance hears once of a difference that is found, and once of one that comes back', async () => {
  const [ruth] = await shop.rows<{ id: string }>(
    `with person as (insert into identity.person (id, display_name) values (gen_random_uuid(), '财务') returning id)
     insert into identity.role_grant (person_id, role, granted_at, granted_by) select id, 'finance', now(), 'test' from person
     returning person_id as id`,
  );
  await paid();
  await read();
  const quiet = await toldFinance(ruth!.id);
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'dropLine', sticky: true });
  await read();
  expect(await toldFinance(ruth!.id)).toBe(quiet + 1);
  await read();
  expect(await toldFinance(ruth!.id)).toBe(quiet + 1);
  await sandbox.behave();
  await read();
  expect(await toldFinance(ruth!.id)).toBe(quiet + 1);
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'dropLine', sticky: true });
  await read();
  expect(await toldFinance(ruth!.id)).toBe(quiet + 2);
  await sandbox.behave();
  await read();
});

test('a line the bill lacks is a case, once however often it is read, and closes when a later bill has it', async () => {
  const one = await paid();
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'dropLine', sticky: true });
  expect(await read()).toEqual({ opened: 1, healed: 0 });
  expect(await found(one.paymentId)).toMatchObject([
    { kind: 'missingThere', state: 'open', here_fen: 1_000, there_fen: 0 },
  ]);
  expect(await Promise.all([read(), read()])).toEqual([
    { opened: 0, healed: 0 },
    { opened: 0, healed: 0 },
  ]);
  await sandbox.behave();
  expect(await read()).toEqual({ opened: 0, healed: 1 });
  const [closed] = await found(one.paymentId);
  expect(closed).toMatchObject({ state: 'closed', closed_how: 'healed' });
  const view = await viewDifference(till, closed!.id, { personId: ANNA, isFinance: true });
  expect(view.order).toEqual({ id: one.order.id, number: one.order.number });
  const { steps, bill } = view;
  expect(steps.map(({ event, by }) => [event, by])).toEqual([
    ['open', null],
    ['heal', null],
  ]);
  expect(bill).toMatchObject([{ kind: 'payment', amount: { amount: '1000' }, isGone: false }]);

  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'dropLine' });
  expect(await read()).toEqual({ opened: 1, healed: 0 });
  expect(await found(one.paymentId)).toMatchObject([{ id: closed!.id, state: 'open', closed_how: null }]);
  await read();
});

test.each([
  ['doubleLine', 'twice', 2_000],
  ['shortLine', 'wrongAmount', 999],
])('a bill with %s is %s', async (fault, kind, there) => {
  const one = await paid();
  await sandbox.misbehave({ on: 'balance_transactions.list', fault });
  await read();
  expect(await found(one.paymentId)).toMatchObject([{ kind, state: 'open', here_fen: 1_000, there_fen: there }]);
  await read();
  expect(await found(one.paymentId)).toMatchObject([{ kind, state: 'closed', closed_how: 'healed' }]);
});

test('money we have not heard of is found on the bill; the repair asks the provider, and the case closes itself', async () => {
  const one = await paidThere();
  await read();
  const [opened] = await found(one.paymentId);
  expect(opened).toMatchObject({ kind: 'missingHere', here_fen: 0, there_fen: 1_000 });
  // The list says which version it showed: a step that is taken from it is refused where somebody was faster.
  const listed = async () =>
    (await listOpenDifferences(till, ANNA, { view: 'toDo', limit: 50 })).data.find(({ id }) => id === opened!.id);
  expect(await listed()).toMatchObject({ version: 1, turn: 'anybody' });
  await step(ANNA, opened!.id, 1, 'assign');
  await expect(step(BEN, opened!.id, 1, 'assign')).rejects.toMatchObject({ code: 'STALE_VERSION' });
  expect(await listed()).toMatchObject({ version: 2, turn: 'owner', mine: true });
  await step(ANNA, opened!.id, 2, 'repair', '通知丢失，已向机构查询');
  expect(await found(one.paymentId)).toMatchObject([{ state: 'closed', closed_how: 'healed' }]);
  expect(
    await shop.count(`select count(*) from payment.payment where id = $1 and state = 'captured'`, [one.paymentId]),
  ).toBe(1);
});

test('a repair waits for whoever compares before it holds a difference: both would hold others in another order', async () => {
  const one = await paidThere();
  await read();
  const [opened] = await found(one.paymentId);
  await step(ANNA, opened!.id, 1, 'assign');
  const letGo = await shop.hold(`select pg_advisory_xact_lock(hashtextextended('payment.compare:sandbox', 0))`);
  const repaired = step(ANNA, opened!.id, 2, 'repair', '通知丢失，已向机构查询');
  await shop.untilWaiting(1);
  const free = await shop.count(
    'select count(*) from (select from payment.difference where id = $1 for update skip locked)',
    [opened!.id],
  );
  await letGo();
  await repaired;
  expect(free).toBe(1);
});

test('a refund made by hand at the provider is known to nobody here; one says why, another closes, and it stays closed', async () => {
  const one = await paid();
  await sandbox.stripe.refunds.create({ payment_intent: one.ref, amount: 120 });
  await read();
  const [opened] = await found(one.paymentId);
  expect(opened).toMatchObject({ kind: 'refundUnknown', here_fen: 0, there_fen: -120 });
  const { id } = opened!;
  await step(ANNA, id, 1, 'assign');
  await expect(step(BEN, id, 2, 'explain', '不是我的')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await expect(step(ANNA, id, 1, 'explain', '机构端手工退款')).rejects.toMatchObject({ code: 'STALE_VERSION' });
  await step(ANNA, id, 2, 'explain', '机构端手工退款');
  await expect(step(ANNA, id, 3, 'close')).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await step(BEN, id, 3, 'close');
  expect(await read()).toEqual({ opened: 0, healed: 0 });
  expect(await found(one.paymentId)).toMatchObject([{ state: 'closed', closed_how: 'person' }]);
});

test('a chargeback, as all that nobody foresaw on a bill, is a case that names its payment; fees and payouts are none', async () => {
  const one = await paid();
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'adjustment', sticky: true });
  await read();
  const told = await found(one.paymentId);
  expect(told).toMatchObject([{ kind: 'missingHere', state: 'open', here_fen: 0, there_fen: -1_000 }]);
  expect(await read()).toEqual({ opened: 0, healed: 0 });
});

test('a payment that is not in the books, and one whose day is another, are cases of their own', async () => {
  const unbooked = await paidThere();
  await shop.rows(`update payment.payment set state = 'captured', captured_at = now() where id = $1`, [
    unbooked.paymentId,
  ]);
  const late = await paid();
  await shop.rows(`update payment.payment set captured_at = captured_at - interval '3 days' where id = $1`, [
    late.paymentId,
  ]);
  await read();
  expect(await found(unbooked.paymentId)).toMatchObject([{ kind: 'ledgerMissing', here_fen: 1_000, there_fen: 0 }]);
  expect(await found(late.paymentId)).toMatchObject([{ kind: 'late', here_fen: 1_000, there_fen: 1_000 }]);
  // Damaged books are for this test alone: it is booked after all.
  await shop.rows(`update payment.payment set state = 'awaitingBuyer', captured_at = null where id = $1`, [
    unbooked.paymentId,
  ]);
  await heard(unbooked);
});

test('a day that is over is read by itself, three days running, and then as long as something waits', async () => {
  const day = await today();
  const readings = () => shop.count('select coalesce(sum(readings), 0) from payment.bill_day where day = $1', [day]);
  const closeAll = () =>
    shop.rows(
      `update payment.difference set state = 'closed', closed_how = 'healed', closed_at = now() where state <> 'closed'`,
    );
  await closeAll();
  const before = await readings();
  const readAfter = async (clock: string) => {
    await shop.setClock(clock);
    while ((await reconcile(till)) > 0);
    return (await readings()) - before;
  };
  const seen: number[] = [];
  for (const clock of ['0', '1 day', '1 day', '2 days', '3 days']) seen.push(await readAfter(clock));
  await closeAll();
  seen.push(await readAfter('4 days'));
  await shop.rows(
    `update payment.difference set state = 'open', closed_how = null, closed_at = null where business_date = $1`,
    [day],
  );
  seen.push(await readAfter('5 days'));
  await shop.setClock('0');
  expect(seen).toEqual([0, 1, 1, 2, 3, 3, 4]);
});

test('a provider that does not answer leaves nothing half written', async () => {
  const before = await shop.rows('select * from payment.bill_day');
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'serverError', sticky: true });
  await expect(read()).rejects.toMatchObject({ failure: 'unknown' });
  expect(await shop.rows('select * from payment.bill_day')).toEqual(before);
});
