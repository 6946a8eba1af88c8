import { money } from '@xihuo/kernel';
import { asTest, holding, openShop, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { StripeProvider } from '../provider/stripe-provider';
import { applyClaims } from './apply-claims';
import { receiveEvent, workOffEvents } from './receive-event';
import { reconcileDay } from './reconcile-day';
import { startPayment, type Till } from './start-payment';

/** What payers' banks take back: told by webhook, and by the bill a day later. */

let shop: Shop;
let sandbox: TestSandbox;
let till: Till;
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
  paymentId: string;
  ref: string;
}

/** Paid at the cashier, and heard of. */
async function paid(): Promise<Paid> {
  const order = await shop.placedOrder({ offer: await shop.offer({ priceFen: 1_000n }) });
  const legs = order.supplierOrders.map((part) => ({
    ...{ supplierOrderId: part.id, supplierId: part.supplier.id, amountFen: money.fromWire(part.amount) },
  }));
  const { id: orderId, number: orderNumber } = order;
  await startPayment(till, { orderId, orderNumber, legs, returnUrl: 'http://localhost:3000/orders/1', ...asTest });
  const [row] = await shop.rows<{ id: string; ref: string }>(
    'select id, provider_payment as ref from payment.payment where order_id = $1',
    [orderId],
  );
  await sandbox.stripe.paymentIntents.confirm(row!.ref, { payment_method: 'pm_card_visa' });
  const claim = await till.provider.query({ paymentRef: row!.ref });
  await shop.does((tx) => applyClaims(tx, [claim!]));
  return { paymentId: row!.id, ref: row!.ref };
}

async function read() {
  const [row] = await shop.rows<{ day: string }>(
    `select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
  );
  return reconcileDay(till, row!.day, asTest);
}

const found = (paymentId: string) =>
  shop.rows(
    `select kind, state, here_fen::integer, there_fen::integer, closed_how from payment.difference
      where payment_id = $1 order by id`,
    [paymentId],
  );

/** What the provider says of a chargeback, as its webhook is received and worked off. */
async function says(one: Paid, disputeRef: string, state: 'open' | 'won' | 'lost', after = 0): Promise<void> {
  const told = { disputeRef, paymentRef: one.ref, amountFen: money.fen(1_000n), state };
  await shop.does(async (tx) => {
    const at = new Date(Date.now() + after);
    await receiveEvent(tx, 'sandbox', { eventRef: crypto.randomUUID(), at, kind: 'dispute', ...told });
  });
  const open = await shop.rows<{ id: string }>('select id from payment.inbox where handled_at is null');
  await shop.does((tx) =>
    workOffEvents(
      tx,
      open.map(({ id }) => id),
    ),
  );
}
const borne = () =>
  shop.count(`select coalesce(sum(amount_fen), 0) from ledger.transfer_v where code = 'payment.chargeback'`);

test('a chargeback is a case as soon as it is told, the same that its line on the bill is; lost it is booked once and closes', async () => {
  const one = await paid();
  const { latest_charge: charge } = await sandbox.stripe.paymentIntents.retrieve(one.ref);
  const ref = `dp_${String(charge)}`;
  await says(one, ref, 'open');
  const isCase = [{ kind: 'missingHere', state: 'open', here_fen: 0, there_fen: -1_000 }];
  expect(await found(one.paymentId)).toMatchObject(isCase);
  expect(await read()).toEqual({ opened: 0, healed: 0 });
  await sandbox.misbehave({ on: 'balance_transactions.list', fault: 'adjustment', sticky: true });
  expect(await read()).toEqual({ opened: 0, healed: 0 });
  expect(await found(one.paymentId)).toMatchObject(isCase);
  await says(one, ref, 'lost', 1_000);
  await says(one, ref, 'lost', 2_000);
  await says(one, ref, 'open', 3_000);
  expect(await found(one.paymentId)).toMatchObject([{ state: 'closed', closed_how: 'healed' }]);
  expect(await borne()).toBe(1_000);
  expect(await read()).toEqual({ opened: 0, healed: 0 });
});

test('a chargeback that is won closes its case and books nothing, whichever word comes first', async () => {
  const [one, other, before] = [await paid(), await paid(), await borne()];
  await says(one, 'dp_won', 'open');
  await says(one, 'dp_won', 'won', 1_000);
  expect(await found(one.paymentId)).toMatchObject([{ state: 'closed', closed_how: 'healed' }]);
  await says(other, 'dp_first', 'won', 1_000);
  await says(other, 'dp_first', 'open');
  expect(await found(other.paymentId)).toEqual([]);
  expect(await read()).toEqual({ opened: 0, healed: 0 });
  expect(await borne()).toBe(before);
});
