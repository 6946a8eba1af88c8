import { money, time } from '@xihuo/kernel';
import { openDispute, settleBy } from '@xihuo/dispute';
import { Notices, Vault } from '@xihuo/platform';
import { runSettlement } from '@xihuo/settlement';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { viewOrderOutcome } from './view-order-outcome';

const vault = new Vault(testMasterKey);
const kit = { vault, notices: new Notices(vault) };
let shop: Shop;
let day = 0;
beforeEach(async () => {
  day = 0;
  shop = await openShop();
});
afterEach(() => holding.closeSound(shop));

const accessOf = (order: PlacedOrder) => ({ personId: null, token: order.token });
const outcome = async (order: PlacedOrder) => (await viewOrderOutcome(shop.database, order.id, accessOf(order))).parts;
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });

/** Business time moves on; what is released is settled for the day before. */
async function settleNext(days: number): Promise<string> {
  day += days;
  await shop.releaseAfter(day);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  day += 1;
  await shop.setClock(`${day} days`);
  await shop.does((tx) => runSettlement(tx, end));
  return end;
}

/** What was paid and added is what became of it, part by part; and the books say the same. */
async function addsUp(order: PlacedOrder): Promise<void> {
  const parts = await outcome(order);
  for (const part of parts) {
    const { paid, subsidies, refunded, held, open, households, collectives, supplier, freight, platform } = part;
    const sum = (...of: { amount: string }[]) => of.reduce((all, { amount }) => all + BigInt(amount), 0n);
    expect(sum(refunded, held, open, households.amount, collectives, supplier, freight, platform)).toBe(
      sum(paid, subsidies),
    );
    const [books] = await shop.rows<Record<'shares' | 'fees' | 'refunds', string>>(
      `select (select coalesce(sum(share.amount_fen), 0) from benefit.share join ordering.order_line line on line.id = share.line_id
                where line.supplier_order_id = $1) as shares,
              (select coalesce(sum(settled.fee_fen), 0) from settlement.line settled join ordering.order_line line on line.id = settled.line_id
                where line.supplier_order_id = $1) as fees,
              (select coalesce(sum(refund.amount_fen), 0) from payment.refund refund where refund.supplier_order_id = $1) as refunds`,
      [part.supplierOrderId],
    );
    expect([sum(households.amount, collectives), BigInt(platform.amount)]).toEqual([
      BigInt(books!.shares),
      BigInt(books!.fees),
    ]);
    expect(sum(refunded, part.later.refunded)).toBe(BigInt(books!.refunds));
  }
}

async function received(offer: Offer, households = 10, quantity = 1): Promise<PlacedOrder> {
  const { lotId } = await shop.harvest({
    offer,
    grams: Array.from({ length: households }, () => 1_000n),
    floorFenPerKg: 600n,
  });
  return shop.receivedOrder(new Map([[offer.productId, lotId]]), { offer, quantity });
}

test('from bought to settled: first when it will be, then what each had, as the ledger says', async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 10_000n, perishable: true });
  const { lotId } = await shop.harvest({ offer, grams: Array.from({ length: 10 }, () => 1_000n), floorFenPerKg: 600n });
  const order = await shop.placedOrder({ offer });
  expect(await outcome(order)).toMatchObject([{ state: 'awaitingPayment', paid: yuan(0), open: yuan(0) }]);
  await shop.pay(order);
  expect(await outcome(order)).toMatchObject([
    { state: 'onTheWay', expectedOn: null, paid: yuan(10_000), open: yuan(10_000) },
  ]);
  await shop.ship(order, new Map([[offer.productId, lotId]]));
  await shop.receive(order);
  const waiting = (await outcome(order))[0]!;
  expect(waiting).toMatchObject({ state: 'afterSale', settledUntil: null, rules: [] });

  const end = await settleNext(3);
  const [part] = await outcome(order);
  expect(part).toMatchObject({
    state: 'settled',
    settledUntil: end,
    households: { amount: yuan(6_000), count: 10, kinds: [{ kind: 'floorPrice', amount: yuan(6_000) }] },
    ...{ supplier: yuan(4_000), freight: yuan(0), platform: yuan(0), open: yuan(0), held: yuan(0) },
  });
  expect(part!.rules).toEqual(expect.arrayContaining([expect.stringMatching(/^settlement\.run@\d+$/)]));
  expect(part!.rules.length).toBeGreaterThan(2);
  await addsUp(order);
});

test('nine households are not counted', async () => {
  const order = await received(await shop.offer({ priceFen: 10_000n, grams: 9_000n, perishable: true }), 9);
  await settleNext(3);
  expect(await outcome(order)).toMatchObject([{ households: { amount: yuan(5_400), count: null } }]);
});

test('with a fee, an accepted claim, a dispute that is open and then over: to the fen at every step', async () => {
  await shop.rows(
    `insert into registry.policy (key, value, effective_from, source)
     select 'fee.platformBp', '137', (platform.business_now() at time zone 'Asia/Shanghai')::date, 'test'`,
  );
  const offer = await shop.offer({ priceFen: 3_333n, grams: 1_000n });
  const order = await received(offer, 10, 3);
  const part = order.supplierOrders[0]!;
  const lineId = part.lines[0]!.id;
  const { id } = await shop.does((tx) =>
    openDispute(
      tx,
      kit,
      { side: 'buyer', orderId: order.id, ...accessOf(order) },
      {
        supplierOrderId: part.id,
        kind: 'quality',
        words: '不好',
        lines: [{ lineId, amount: money.toWire(money.fen(1_001n)) }],
      },
    ),
  );
  await addsUp(order);
  await settleNext(8);
  expect(await outcome(order)).toMatchObject([{ state: 'partly', held: yuan(1_001), expectedOn: null }]);
  await addsUp(order);
  await shop.does((tx) => settleBy(tx, id, 'agreement', money.fen(334n)));
  expect(await outcome(order)).toMatchObject([
    { state: 'partly', held: yuan(0), refunded: yuan(334), open: yuan(667) },
  ]);
  await settleNext(1);
  expect(await outcome(order)).toMatchObject([{ state: 'settled', refunded: yuan(334), open: yuan(0) }]);
  await addsUp(order);
});

test('another’s order is nobody’s to follow', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  const asked = viewOrderOutcome(shop.database, order.id, { personId: null, token: 'another-token-altogether' });
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
