import type { InputOf } from '@xihuo/contract';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { answerAsSupplier, moveAsBuyer } from './answer-after-sale';
import { claimAfterSale } from './claim-after-sale';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

type Body = InputOf<'POST /orders/{id}/after-sales'>['body'];
const part = (order: PlacedOrder) => order.supplierOrders[0]!;
const access = (order: PlacedOrder) => ({ personId: null, token: order.token });

function claim(order: PlacedOrder, packs: number, wanted: Pick<Body, 'kind' | 'reason' | 'amount'>): Promise<string> {
  const lines = [{ lineId: part(order).lines[0]!.id, packs }];
  const body: Body = { supplierOrderId: part(order).id, ...wanted, words: '', lines, photoIds: [] };
  return shop.does((tx) => claimAfterSale(tx, order.id, body, access(order)));
}
const fault = { kind: 'refundOnly', reason: 'quality' } as const;
const cancel = { kind: 'cancel', reason: 'changedMind' } as const;
const accept = (order: PlacedOrder, caseId: string) =>
  shop.does((tx) =>
    answerAsSupplier(tx, { caseId, supplierIds: [part(order).supplier.id] }, { accept: true, state: 'requested' }),
  );
const withdraw = (order: PlacedOrder, caseId: string) =>
  shop.does((tx) => moveAsBuyer(tx, { orderId: order.id, caseId, access: access(order) }, { event: 'withdraw' }));
const caseOf = async (caseId: string) =>
  (await shop.rows('select state, amount_fen::integer as fen from ordering.after_sale where id = $1', [caseId]))[0];
const back = (order: PlacedOrder) =>
  shop.count('select coalesce(sum(amount_fen), 0) from payment.refund where supplier_order_id = $1', [part(order).id]);

async function received(offer: Offer, quantity: number): Promise<PlacedOrder> {
  return shop.receivedOrder(new Map([[offer.productId, await shop.lot(offer, 100_000n)]]), { offer, quantity });
}

test('a claim taken back leaves its fen to those that come after: all of them are what was paid', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  await shop.promotions.freight(offer.supplierId, { firstFen: 100n, stepFen: 0n });
  const order = await received(offer, 3);
  const first = await claim(order, 1, fault);
  await accept(order, await claim(order, 1, fault));
  await withdraw(order, first);
  for (let pack = 0; pack < 2; pack += 1) await accept(order, await claim(order, 1, fault));
  expect(await back(order)).toBe(3_100);
});

test('a pack that cost nothing is cancelled all the same, and nothing is sent to the provider for it', async () => {
  const offer = await shop.offer({ priceFen: 100n });
  await shop.promotions.running({ kind: 'fullReduction', thresholdFen: 300n, reductionFen: 299n });
  const order = await shop.paidOrder({ offer, quantity: 3 });
  expect(order.amount).toEqual({ amount: '1', currency: 'CNY' });
  const free = await claim(order, 1, cancel);
  expect([await caseOf(free), await back(order)]).toEqual([{ state: 'refunding', fen: 1 }, 1]);
  const rest = await claim(order, 2, cancel);
  expect([await caseOf(rest), await back(order)]).toEqual([{ state: 'refunded', fen: 0 }, 1]);
  expect(await shop.rows('select state from ordering.supplier_order where id = $1', [part(order).id])).toEqual([
    { state: 'cancelled' },
  ]);
});

test('who agreed that goods come back has not agreed to pay for what is on its way since', async () => {
  const order = await received(await shop.offer({ priceFen: 1_000n, perishable: false }), 1);
  const caseId = await claim(order, 1, { kind: 'return', reason: 'noReason' });
  await accept(order, caseId);
  const parcel = { carrier: '示例快递', trackingNumber: 'R1' };
  const sent = { orderId: order.id, caseId, access: access(order) };
  await shop.does((tx) => moveAsBuyer(tx, sent, { event: 'send', parcel }));
  const supplierIds = [part(order).supplier.id];
  const stale = (word: { accept: true } | { refuse: string }) =>
    shop.does((tx) => answerAsSupplier(tx, { caseId, supplierIds }, { state: 'requested', ...word }));
  for (const word of [{ accept: true } as const, { refuse: '来迟了' }])
    await expect(stale(word)).rejects.toMatchObject({ code: 'AFTER_SALE_STATE', extra: { state: 'returning' } });
  expect(await caseOf(caseId)).toMatchObject({ state: 'returning' });
  expect(await back(order)).toBe(0);
});

test('less than the whole is split over its lines, more is refused', async () => {
  const order = await received(await shop.offer({ priceFen: 1_000n }), 2);
  const wish = (fen: string) => claim(order, 2, { ...fault, amount: { amount: fen, currency: 'CNY' } });
  await expect(wish('2001')).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
  const caseId = await wish('500');
  await accept(order, caseId);
  expect(await back(order)).toBe(500);
});
