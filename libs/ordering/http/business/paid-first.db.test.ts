import { applyClaims } from '@xihuo/payment';
import { Notices, type Kit } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { tellOfUnused } from '../../actions/business/tell-of-transfers';
import { expireOrders } from '../../jobs/expire-orders.job';
import { markOrdersPaid } from '../../index';

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;
let yuan: Desk['yuan'];

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  ({ yuan } = desk);
});
afterAll(() => holding.closeSound(shop, desk));
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

/** Ten packs at ten yuan of a supplier, to be paid before they leave. */
async function issued(at?: { id: string; siteId: string }) {
  const buying = at ?? (await shop.buying.organisation({ payment: 'payFirst' }));
  const buyer = await desk.member(buying.id, { duties: ['order', 'receive', 'pay'], limitFen: 1_000_000n });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
  const lot = await shop.lot(offer, 500_000n);
  const made = desk.viewOf(await desk.ordered(buyer, buying, { offer, packs: 10, fen: 1_000n }));
  const seen = async () => (await buyer.ask('GET', `/purchase-orders/${made.id}`)).body;
  const send = () => shop.ship(made.order as never, new Map([[offer.productId, lot]]));
  return { at: buying, buyer, made, part: made.order.supplierOrders[0]!, seen, send };
}
type Issued = Awaited<ReturnType<typeof issued>>;

const credit = async ({ at, buyer }: Issued) =>
  ((await buyer.ask('GET', '/me/organisations')).body['data'] as { id: string; credit: object }[]).find(
    ({ id }) => id === at.id,
  )!.credit;

test('paid first by transfer: its code makes the order paid, the goods leave, and what goes back is credited', async () => {
  const one = await issued();
  const { made, buyer, part, seen, send } = one;
  await expect(send()).rejects.toMatchObject({ code: 'ORDER_STATE' });
  const came = await desk.transfer(10_000n, `货款 ${made.payCode}`);
  expect(came.body).toMatchObject({
    ...{ purchaseNumber: made.number, matchedBy: 'code' },
    used: [{ purchaseNumber: made.number, amount: yuan(10_000) }],
  });
  expect(await seen()).toMatchObject({
    order: { state: 'paid', supplierOrders: [{ state: 'toShip' }] },
    receivables: [{ amount: yuan(10_000), paid: yuan(10_000), open: yuan(0), daysLate: 0 }],
  });
  expect(
    await shop.count(
      `select count(*) from platform.outbox_event where name = 'orderPaid' and payload ->> 'orderId' = $1`,
      [made.order.id],
    ),
  ).toBe(1);
  await send();
  const rejections = [{ lineId: part.lines[0]!.id, packs: 3, reason: 'damaged' }];
  const photoIds = [await desk.photo(buyer, made.id)];
  expect(await desk.accept(buyer, made, { rejections, photoIds })).toMatchObject({
    status: 200,
    body: { creditNotes: [{ amount: yuan(3_000) }], receivables: [{ open: yuan(0) }] },
  });
  expect(await credit(one)).toEqual(yuan(3_000));
});

test('half of it pays nothing and waits for the other half; what is over stands to the credit and pays the next order at once', async () => {
  const one = await issued();
  await desk.transfer(4_000n, one.made.payCode);
  expect(await one.seen()).toMatchObject({ order: { state: 'awaitingPayment' }, receivables: [] });
  expect(await credit(one)).toEqual(yuan(4_000));
  await desk.transfer(17_000n, one.made.payCode);
  expect(await one.seen()).toMatchObject({ order: { state: 'paid' } });
  expect(await credit(one)).toEqual(yuan(11_000));
  const next = await issued(one.at);
  expect(await next.seen()).toMatchObject({ order: { state: 'paid' }, receivables: [{ open: yuan(0) }] });
  expect(await credit(one)).toEqual(yuan(1_000));
});

test('a transfer that comes after the order has ended stands to the credit', async () => {
  const one = await issued();
  const cancelled = await one.buyer.ask('POST', `/orders/${one.made.order.id}/cancel`, {}, desk.key());
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  await desk.transfer(10_000n, one.made.payCode);
  expect(await one.seen()).toMatchObject({ order: { state: 'cancelled' }, receivables: [] });
  expect(await credit(one)).toEqual(yuan(10_000));
  const [told] = await shop.rows<{ payload: { transferId: string } }>(
    `select payload from platform.outbox_event where name = 'transferUnused' and payload ->> 'purchaseOrderId' = $1`,
    [one.made.id],
  );
  const finance = await desk.house.person({ role: 'finance' });
  const notices = new Notices(desk.house.vault);
  for (let times = 0; times < 2; times += 1)
    await shop.does((tx) => tellOfUnused(tx, notices, [told!.payload.transferId]));
  for (const personId of [one.buyer.personId, finance.id])
    expect(
      await shop.count(
        `select count(*) from platform.notice where person_id = $1 and title_zh = '到账的采购单已取消'`,
        [personId],
      ),
    ).toBe(1);
});

test('what was begun at the provider is called off there once a transfer has paid the order', async () => {
  const [one, waits] = [await issued(), await issued()];
  const [claimed, open] = [await shop.claimOf(one.made.order as never), await shop.claimOf(waits.made.order as never)];
  await desk.transfer(10_000n, one.made.payCode);
  await shop.rows(
    `update payment.payment set provider_payment = 'pi_' || id, state = 'awaitingBuyer' where id = any ($1)`,
    [[claimed.paymentId, open.paymentId]],
  );
  const cancelled: string[] = [];
  const provider = {
    cancel: ({ paymentRef }: { paymentRef: string }) => {
      cancelled.push(paymentRef);
      return Promise.resolve({ ...claimed, state: 'cancelled' });
    },
  };
  const till = { database: shop.database, provider, providerName: 'sandbox' };
  const log = { error: jest.fn() };
  const kit = { database: shop.database, log, get: () => till } as unknown as Kit;
  for (let times = 0; times < 2; times += 1) await expireOrders.run(kit);
  expect(log.error).not.toHaveBeenCalled();
  expect(cancelled).toEqual([claimed.paymentRef]);
  const stateOf = 'select count(*) from payment.payment where id = $1 and state = $2';
  expect(await shop.count(stateOf, [claimed.paymentId, 'cancelled'])).toBe(1);
  expect(await shop.count(stateOf, [open.paymentId, 'cancelled'])).toBe(0);
});

test('paid by transfer and through the provider too: the second payment goes back, whichever came first', async () => {
  const one = await issued();
  const claimed = await shop.claimOf(one.made.order as never);
  const capture = () =>
    shop.does(async (tx) => {
      if ((await applyClaims(tx, [claimed])).size > 0) await markOrdersPaid(tx, [one.made.order.id]);
    });
  await desk.transfer(10_000n, one.made.payCode);
  await capture();
  const back =
    'select coalesce(sum(refund.amount_fen), 0) from payment.refund join payment.payment on payment.id = payment_id where order_id = $1';
  expect(await shop.count(back, [one.made.order.id])).toBe(10_000);
  const [told] = await shop.rows<{ payload: object }>(
    `select payload from platform.outbox_event where name = 'orderPaidLate' and payload ->> 'orderId' = $1`,
    [one.made.order.id],
  );
  expect(told!.payload).toMatchObject({ end: 'paidTwice' });

  const other = await issued();
  const otherClaim = await shop.claimOf(other.made.order as never);
  await shop.does(async (tx) => {
    await applyClaims(tx, [otherClaim]);
    await markOrdersPaid(tx, [other.made.order.id]);
  });
  await desk.transfer(10_000n, other.made.payCode);
  expect(await other.seen()).toMatchObject({ order: { state: 'paid' }, receivables: [] });
  expect(await credit(other)).toEqual(yuan(10_000));
  expect(await shop.count(back, [other.made.order.id])).toBe(0);
});
