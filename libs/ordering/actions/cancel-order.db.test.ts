import { applyClaims, ProviderError, type Claim, type Till } from '@xihuo/payment';
import type { Kit } from '@xihuo/platform';
import { money } from '@xihuo/kernel';
import { asTest, holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { dueToExpire, takeExpiring } from '../store/order-steps.sql';
import { expireOrders } from '../jobs/expire-orders.job';
import { countStock } from './stock/count-stock';
import { finishCancelling, startCancelling } from './cancel-order';
import { giveUpOrder, settleCancelling } from './give-up-order';
import { loadPayable } from './load-payable';
import { markOrdersPaid } from './mark-orders-paid';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));
beforeEach(() => shop.setClock('0'));

const ask = { name: 'POST /orders/{id}/cancel', ...asTest };
const access = (order: PlacedOrder) => ({ personId: null, token: order.token });

/** A provider that was never called for the order, cannot be reached, or has the buyer's money already. */
function till(answer: 'neverHeardOf' | 'unreachable' | Claim): Till {
  const provider = {
    query: () =>
      answer === 'unreachable' ? Promise.reject(new ProviderError('unknown', 'timeout')) : Promise.resolve(null),
    cancel: () => Promise.resolve(answer),
  };
  return { database: shop.database, provider: provider as unknown as Till['provider'], providerName: 'test' };
}

async function standing(order: PlacedOrder) {
  const [row] = await shop.rows<{ state: string; parts: string[]; reserved: string; given_back: string }>(
    `select state, (select array_agg(distinct part.state) from ordering.supplier_order part where order_id = $1) as parts,
            (select sum(reserved) from ordering.stock where sku_id in (select sku_id from ordering.order_line where order_id = $1)) as reserved,
            (select count(*) from ordering.stock_movement where order_id = $1 and kind = 'release') as given_back
       from ordering.customer_order where id = $1`,
    [order.id],
  );
  return row;
}

const openOrder = async () =>
  shop.placedOrder({ offer: await shop.offer(), quantity: 3 }, { offer: await shop.offer(), quantity: 2 });
const cancelled = { state: 'cancelled', parts: ['cancelled'], reserved: '0', given_back: '2' };
const untouched = { state: 'awaitingPayment', parts: ['awaitingPayment'], reserved: '5', given_back: '0' };
const held = { ...untouched, state: 'expiring' };

test('giving up an unpaid order gives its stock back', async () => {
  const order = await openOrder();
  await giveUpOrder(till('neverHeardOf'), order.id, access(order), ask);
  expect(await standing(order)).toEqual(cancelled);
});

test('giving up ten times at once gives back once', async () => {
  const order = await openOrder();
  await Promise.allSettled(
    Array.from({ length: 10 }, () => giveUpOrder(till('neverHeardOf'), order.id, access(order), ask)),
  );
  expect(await standing(order)).toEqual(cancelled);
});

test('as long as the provider does not answer nothing is decided: stock stays held, and the sweep goes on with it', async () => {
  const order = await openOrder();
  await shop.claimOf(order);
  await expect(giveUpOrder(till('unreachable'), order.id, access(order), ask)).rejects.toMatchObject({
    code: 'PAYMENT_PROVIDER_UNKNOWN',
  });
  expect(await standing(order)).toEqual(held);
  await expect(shop.does((tx) => loadPayable(tx, order.id, access(order)))).rejects.toMatchObject({
    code: 'PAYMENT_NOT_POSSIBLE',
  });
  expect(await shop.does((tx) => tx.sql(takeExpiring, [tx.now, 100, tx.now]))).toContainEqual({ id: order.id });
  expect(await settleCancelling(till('neverHeardOf'), order.id, ask)).toBe(true);
  expect(await standing(order)).toEqual(cancelled);
});

test('a buyer who paid faster than he cancelled has bought', async () => {
  const order = await openOrder();
  await shop.does((tx) => startCancelling(tx, order.id));
  const claim = await begun(order);
  expect(await settleCancelling(till(claim), order.id, ask)).toBe(false);
  expect(await standing(order)).toEqual(held);
  await shop.does((tx) => markOrdersPaid(tx, [order.id]));
  expect(await standing(order)).toEqual({ ...held, state: 'paid', parts: ['toShip'] });
  expect(await shop.does((tx) => finishCancelling(tx, order.id))).toBe(false);
});

/** What the provider would say of its payment, once it was paid; it knows the payment by its own name. */
async function begun(order: PlacedOrder): Promise<Claim> {
  const claim = await shop.claimOf(order);
  await shop.rows('update payment.payment set provider_payment = $2 where id = $1', [
    claim.paymentId,
    claim.paymentRef,
  ]);
  return claim;
}

test('money that is not what was asked for is a case of finance, and the order waits for it no longer', async () => {
  const order = await openOrder();
  await shop.does((tx) => startCancelling(tx, order.id));
  const claim = await begun(order);
  const wrong = till({ ...claim, capturedFen: money.fen(1) });
  expect(await settleCancelling(wrong, order.id, ask)).toBe(true);
  expect(await standing(order)).toEqual(cancelled);
  const cases = () =>
    shop.rows(
      `select kind, state, here_fen::integer as here, there_fen::integer as there, order_id,
              (select count(*)::integer from payment.difference_step where difference_id = difference.id) as steps
         from payment.difference where payment_id = $1`,
      [claim.paymentId],
    );
  const open = [{ kind: 'missingHere', state: 'open', here: 0, there: 1, order_id: order.id, steps: 1 }];
  expect(await cases()).toEqual(open);
  expect(await settleCancelling(wrong, order.id, ask)).toBe(true);
  expect(await cases()).toEqual(open);
  await shop.does((tx) => applyClaims(tx, [claim]));
  await shop.does((tx) => markOrdersPaid(tx, [order.id]));
  expect(await standing(order)).toEqual(cancelled);
  expect(await shop.count('select count(*) from payment.refund where payment_id = $1', [claim.paymentId])).toBe(2);
});

test("a paid order is not cancelled, nor a stranger's", async () => {
  const [paid, other] = [await shop.paidOrder({ offer: await shop.offer() }), await openOrder()];
  await expect(giveUpOrder(till('neverHeardOf'), paid.id, access(paid), ask)).rejects.toMatchObject({
    code: 'ORDER_STATE',
  });
  await expect(giveUpOrder(till('neverHeardOf'), other.id, access(paid), ask)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await standing(other)).toEqual(untouched);
});

test("the deadline is the business clock's: a minute before it nothing expires, a minute after it does", async () => {
  const order = await openOrder();
  const due = async () =>
    (await shop.does((tx) => tx.sql(dueToExpire, [tx.now, 100]))).some((row) => row.id === order.id);
  await shop.setClock('29 minutes');
  expect(await due()).toBe(false);
  expect((await shop.does((tx) => loadPayable(tx, order.id, access(order)))).legs).toHaveLength(2);
  await shop.setClock('31 minutes');
  await expect(shop.does((tx) => loadPayable(tx, order.id, access(order)))).rejects.toMatchObject({
    code: 'PAYMENT_NOT_POSSIBLE',
  });
  expect(await due()).toBe(true);
  expect(await due()).toBe(false);
});

test('a count below what open orders hold is refused', async () => {
  const offer = await shop.offer({ stock: 5 });
  await shop.placedOrder({ offer, quantity: 3 });
  await expect(shop.does((tx) => countStock(tx, [{ skuId: offer.skuId, onHand: 2 }]))).rejects.toMatchObject({
    constraint: 'never_oversold',
  });
});

test('stock movements say exactly what the shelf says, whatever happened', async () => {
  const offer = await shop.offer({ stock: 10 });
  const orders = await Promise.all(Array.from({ length: 5 }, () => shop.placedOrder({ offer, quantity: 2 })));
  await Promise.all(orders.slice(0, 3).map((order) => giveUpOrder(till('neverHeardOf'), order.id, access(order), ask)));
  await shop.does((tx) => countStock(tx, [{ skuId: offer.skuId, onHand: 7 }]));
  const [row] = await shop.rows(
    `select on_hand, reserved, (select sum(on_hand_change) from ordering.stock_movement where sku_id = $1)::int as moved_on_hand,
            (select sum(reserved_change) from ordering.stock_movement where sku_id = $1)::int as moved_reserved
       from ordering.stock where sku_id = $1`,
    [offer.skuId],
  );
  expect(row).toEqual({ on_hand: 7, reserved: 4, moved_on_hand: 7, moved_reserved: 4 });
});

test('money that comes for a cancelled order is owed back, and the order stays cancelled', async () => {
  const order = await openOrder();
  const claim = await shop.claimOf(order);
  await giveUpOrder(till('neverHeardOf'), order.id, access(order), ask);
  await shop.does((tx) => applyClaims(tx, [claim]));
  await shop.does((tx) => markOrdersPaid(tx, [order.id]));
  expect(await standing(order)).toEqual(cancelled);
  expect(
    await shop.count('select count(*) from payment.payment where order_id = $1 and refund_due_at is not null', [
      order.id,
    ]),
  ).toBe(1);
});

test('a rush that nobody pays is off in one sweep, and no provider is asked about what nobody began to pay', async () => {
  const offer = await shop.offer({ stock: 60 });
  const orders = await Promise.all(Array.from({ length: 55 }, () => shop.placedOrder({ offer })));
  const begun = orders[0]!;
  await shop.claimOf(begun);
  await shop.setClock('31 minutes');
  const log = { warn: () => undefined, info: () => undefined, error: () => undefined };
  await expireOrders.run({ database: shop.database, log, get: () => till('unreachable') } as unknown as Kit);
  const open = await shop.rows<{ id: string; state: string }>(
    `select id, state from ordering.customer_order where id = any ($1) and state <> 'cancelled'`,
    [orders.map(({ id }) => id)],
  );
  expect(open).toEqual([{ id: begun.id, state: 'expiring' }]);
  expect(
    await shop.rows(
      `select stock.reserved, (select sum(reserved_change)::integer from ordering.stock_movement where sku_id = $1) as moved
         from ordering.stock where sku_id = $1`,
      [offer.skuId],
    ),
  ).toEqual([{ reserved: 1, moved: 1 }]);
  expect(await settleCancelling(till('neverHeardOf'), begun.id, ask)).toBe(true);
});
