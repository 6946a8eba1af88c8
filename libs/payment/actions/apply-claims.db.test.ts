import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { applyClaims, type Claim } from './apply-claims';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

/** An order over two suppliers, and what the provider says once it is paid. */
async function orderToPay(): Promise<{ order: PlacedOrder; claim: Claim }> {
  const order = await shop.placedOrder(
    { offer: await shop.offer({ priceFen: 1_000n }) },
    { offer: await shop.offer({ priceFen: 234n }) },
  );
  return { order, claim: await shop.claimOf(order) };
}

const apply = (...claims: Claim[]) => shop.does((tx) => applyClaims(tx, claims));

const stateOf = async ({ paymentId }: Claim) =>
  (await shop.rows<{ state: string }>('select state from payment.payment where id = $1', [paymentId]))[0]!.state;

/** What the ledger holds of an order's parts: how many transfers, and of how many fen. */
async function booked(order: PlacedOrder) {
  const [row] = await shop.rows<{ transfers: string; fen: string | null; groups: string }>(
    `select count(*) as transfers, sum(amount_fen) as fen, count(distinct group_id) as groups from ledger.transfer
      where source_kind = 'supplierOrder' and source_id = any ($1)`,
    [order.supplierOrders.map((part) => part.id)],
  );
  return row;
}

const told = (order: PlacedOrder) =>
  shop.count(
    `select count(*) from platform.outbox_event where name = 'paymentCaptured' and payload ->> 'orderId' = $1`,
    [order.id],
  );

test('a captured payment is booked leg by leg in one group, and told once', async () => {
  const { order, claim } = await orderToPay();
  expect(await apply(claim)).toEqual(new Set([claim.paymentId]));
  expect(await stateOf(claim)).toBe('captured');
  expect(await booked(order)).toEqual({ transfers: '2', fen: '1234', groups: '1' });
  expect(await told(order)).toBe(1);
});

test('a hundred repeats in parallel, alone and in batches, are one effect', async () => {
  const { order, claim } = await orderToPay();
  const moved = await Promise.all(
    Array.from({ length: 100 }, (_, index) => (index % 10 ? apply(claim) : apply(claim, claim, claim))),
  );
  expect(moved.filter((ids) => ids.size > 0)).toHaveLength(1);
  expect(await booked(order)).toEqual({ transfers: '2', fen: '1234', groups: '1' });
  expect(await told(order)).toBe(1);
});

test.each<[string, (claim: Claim) => Partial<Claim>]>([
  ['a fen less', (claim) => ({ capturedFen: money.fen(claim.capturedFen - 1n) })],
  ['a fen more', (claim) => ({ capturedFen: money.fen(claim.capturedFen + 1n) })],
  ['another order', () => ({ orderId: randomUUID() })],
  ['another payment', () => ({ paymentId: randomUUID() })],
])('a claim that names %s is not believed', async (_name, changed) => {
  const { order, claim } = await orderToPay();
  expect(await apply({ ...claim, ...changed(claim) })).toEqual(new Set());
  expect(await stateOf(claim)).toBe('created');
  expect(await booked(order)).toMatchObject({ transfers: '0' });
});

test('a payment that knows its reference believes no other', async () => {
  const { claim } = await orderToPay();
  await apply({ ...claim, state: 'failed' });
  await shop.rows('update payment.payment set provider_payment = $2 where id = $1', [
    claim.paymentId,
    claim.paymentRef,
  ]);
  expect(await apply({ ...claim, paymentRef: 'pi_of_somebody_else' })).toEqual(new Set());
  expect(await apply(claim)).toEqual(new Set([claim.paymentId]));
});

test.each<{ name: string; claims: Claim['state'][]; end: string }>([
  { name: 'a failed attempt, then another that works', claims: ['failed', 'captured'], end: 'captured' },
  { name: 'failed news after the money came', claims: ['captured', 'failed'], end: 'captured' },
  { name: 'cancelled news after the money came', claims: ['captured', 'cancelled'], end: 'captured' },
  { name: 'money that comes after cancelling is kept and booked', claims: ['cancelled', 'captured'], end: 'captured' },
  { name: 'cancelled stays cancelled', claims: ['cancelled', 'failed'], end: 'cancelled' },
  { name: 'nothing decided yet', claims: ['processing', 'awaitingBuyer'], end: 'created' },
])('$name: $end', async ({ claims, end }) => {
  const { order, claim } = await orderToPay();
  for (const state of claims) await apply({ ...claim, state });
  expect(await stateOf(claim)).toBe(end);
  expect(await booked(order)).toMatchObject({ transfers: end === 'captured' ? '2' : '0' });
});

test('a batch over many payments books each of them, whatever the others say', async () => {
  const orders = await Promise.all(Array.from({ length: 8 }, orderToPay));
  const claims = orders.map(({ claim }, index) => (index % 4 === 3 ? { ...claim, capturedFen: money.fen(1n) } : claim));
  expect(await apply(...claims, ...claims)).toEqual(
    new Set(claims.filter((_, index) => index % 4 !== 3).map((claim) => claim.paymentId)),
  );
  for (const [index, { order }] of orders.entries()) {
    expect(await booked(order)).toMatchObject({ transfers: index % 4 === 3 ? '0' : '2' });
  }
});
