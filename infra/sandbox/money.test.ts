import type Stripe from 'stripe';
import { startTestSandbox } from './testing';
import type { TestSandbox } from './testing';

let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterAll(() => sandbox.close());

async function paid(amount: number): Promise<{ intent: string; charge: string }> {
  const made = await stripe.paymentIntents.create({ amount, currency: 'cny', transfer_group: 'group' });
  const intent = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' });
  return { intent: intent.id, charge: intent.latest_charge as string };
}

const merchant = async (): Promise<string> =>
  (await stripe.accounts.create({ business_profile: { name: '示例合作社' } })).id;

const transfer = (amount: number, destination: string, charge: string): Promise<Stripe.Transfer> =>
  stripe.transfers.create({
    amount,
    currency: 'cny',
    destination,
    source_transaction: charge,
    transfer_group: 'group',
  });

test('a charge pays for its own transfers and not a fen more', async () => {
  const [{ charge }, to] = [await paid(1_000), await merchant()];
  await paid(5_000);
  await transfer(700, to, charge);
  await expect(transfer(301, to, charge)).rejects.toMatchObject({ param: 'amount' });
  await transfer(300, to, charge);
  const listed = await stripe.transfers.list({ transfer_group: 'group', destination: to });
  expect(listed.data.map((row) => row.amount)).toEqual([300, 700]);
});

test('a merchant who is not open receives nothing', async () => {
  const [{ charge }, to] = [await paid(1_000), await merchant()];
  await sandbox.changeAccount(to, { transfers: 'inactive' });
  await expect(transfer(100, to, charge)).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' });
  expect((await stripe.accounts.retrieve(to)).capabilities?.transfers).toBe('inactive');
});

test('a reversal takes back at most what is left of the transfer and what the merchant still has', async () => {
  const [{ charge }, to] = [await paid(1_000), await merchant()];
  const made = await transfer(800, to, charge);
  await stripe.transfers.createReversal(made.id, { amount: 300 });
  await expect(stripe.transfers.createReversal(made.id, { amount: 501 })).rejects.toMatchObject({ param: 'amount' });
  await sandbox.changeAccount(to, { payOutFen: 400 });
  await expect(stripe.transfers.createReversal(made.id, { amount: 500 })).rejects.toMatchObject({
    code: 'balance_insufficient',
  });
  expect(await stripe.transfers.retrieve(made.id)).toMatchObject({ amount_reversed: 300, reversed: false });
});

test('refunds never exceed the charge', async () => {
  const { intent, charge } = await paid(1_000);
  await stripe.refunds.create({ payment_intent: intent, amount: 400, metadata: { refund_id: 'r1' } });
  await expect(stripe.refunds.create({ payment_intent: intent, amount: 601 })).rejects.toMatchObject({
    param: 'amount',
  });
  await stripe.refunds.create({ payment_intent: intent });
  await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1_000, refunded: true });
  expect((await stripe.refunds.list({ payment_intent: intent })).data.map((row) => row.amount)).toEqual([600, 400]);
});

test('a refund that fails later gives the money back to the platform', async () => {
  const { intent, charge } = await paid(1_000);
  await sandbox.misbehave({ on: 'refunds.create', fault: 'lateFailure', ms: 1 });
  const refund = await stripe.refunds.create({ payment_intent: intent, amount: 400 });
  expect(refund.status).toBe('succeeded');
  await sandbox.receiver.take('refund.failed');
  expect((await stripe.refunds.retrieve(refund.id)).status).toBe('failed');
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(0);
});

test('the bill adds up to the balance', async () => {
  const lines: number[] = [];
  for await (const line of stripe.balanceTransactions.list({ limit: 100 })) lines.push(line.net);
  const balance = await stripe.balance.retrieve();
  expect(balance.available).toEqual([{ amount: lines.reduce((sum, net) => sum + net, 0), currency: 'cny' }]);
  expect(lines.length).toBeGreaterThan(10);
});
