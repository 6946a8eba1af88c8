import { randomUUID } from 'node:crypto';
import type { InputOf } from '@xihuo/contract';
import { refunds } from '@xihuo/payment';
import { newId } from '@xihuo/platform';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { answerAsSupplier, handOverCase, moveAsBuyer } from './answer-after-sale';
import { claimAfterSale } from './claim-after-sale';
import { endShort } from './end-short';
import { followRefunds } from './follow-refunds';
import type { Step } from './move-cases';
import { moveSilentCases } from './move-silent-cases';
import { releaseDue } from './release-due';
import { shipSupplierOrder } from './ship-supplier-order';
import { viewAfterSales } from './view-after-sales';
import { viewOrder } from './view-order';

let shop: Shop;
let fresh: Offer;
let lasting: Offer;
const lots = new Map<string, string>();

beforeAll(async () => {
  shop = await openShop();
  [fresh, lasting] = [
    await shop.offer({ perishable: true, priceFen: 1_001n, stock: 1_000 }),
    await shop.offer({ priceFen: 1_001n, stock: 1_000 }),
  ];
  for (const offer of [fresh, lasting]) lots.set(offer.productId, await shop.lot(offer, 1_000_000n));
});
afterAll(() => shop.close());
afterEach(async () => {
  await shop.setClock('0');
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

type Body = InputOf<'POST /orders/{id}/after-sales'>['body'];
const part = (order: PlacedOrder) => order.supplierOrders[0]!;
const access = (order: PlacedOrder) => ({ personId: null, token: order.token });

async function photo(order: PlacedOrder): Promise<string> {
  const id = newId();
  await shop.rows(
    `insert into ordering.after_sale_photo (file_id, order_id, sha256, uploaded_at) values ($1, $2, '\\x00', now())`,
    [id, order.id],
  );
  return id;
}

async function claim(order: PlacedOrder, wanted: Partial<Body> & { packs?: number }): Promise<string> {
  const { packs = 1, ...rest } = wanted;
  const body: Body = {
    ...{ supplierOrderId: part(order).id, kind: 'refundOnly', reason: 'quality', words: '' },
    ...{ lines: [{ lineId: part(order).lines[0]!.id, packs }], photoIds: [] },
    ...rest,
  };
  return shop.does((tx) => claimAfterSale(tx, order.id, body, access(order)));
}
const damage = async (order: PlacedOrder, packs = 1, more: Partial<Body> = {}) =>
  claim(order, { kind: 'damage', reason: 'damaged', packs, photoIds: [await photo(order)], ...more });

type Answer = Parameters<typeof answerAsSupplier>[2];
/** As who has just read the claim. */
async function answer(order: PlacedOrder, caseId: string, word: { accept: true } | { refuse: string }) {
  const { state } = await caseOf(caseId);
  const read = { state: state as Answer['state'], ...word };
  return shop.does((tx) => answerAsSupplier(tx, { caseId, supplierIds: [part(order).supplier.id] }, read));
}
const accept = (order: PlacedOrder, caseId: string) => answer(order, caseId, { accept: true });
const refuse = (order: PlacedOrder, caseId: string) => answer(order, caseId, { refuse: '照片不清' });
const asBuyer = (order: PlacedOrder, caseId: string, step: Omit<Step, 'by'>) =>
  shop.does((tx) => moveAsBuyer(tx, { orderId: order.id, caseId, access: access(order) }, step));

async function caseOf(caseId: string) {
  const [row] = await shop.rows<{ state: string; fen: string }>(
    'select state, amount_fen::text as fen from ordering.after_sale where id = $1',
    [caseId],
  );
  return row!;
}
const refundOf = (caseId: string) =>
  shop.count('select coalesce(sum(amount_fen), 0) from payment.refund where source_id = $1', [caseId]);

/** As the provider would say that all refunds of a case have arrived. */
async function arrive(caseId: string): Promise<void> {
  const rows = await shop.rows<{ id: string; amount_fen: string }>(
    'select id, amount_fen::text from payment.refund where source_id = $1',
    [caseId],
  );
  await shop.does((tx) =>
    refunds.apply(
      tx,
      rows.map((row) => ({
        ...{ refundKey: row.id, refundRef: `re_${row.id}`, state: 'succeeded' as const },
        amountFen: BigInt(row.amount_fen) as Parameters<typeof refunds.apply>[1][number]['amountFen'],
      })),
    ),
  );
  await shop.does((tx) => followRefunds(tx, [caseId], 'refunded'));
}

async function received(offer: Offer, quantity: number): Promise<PlacedOrder> {
  return shop.receivedOrder(lots, { offer, quantity });
}
function send(order: PlacedOrder, packs: number): Promise<void> {
  const { id, supplier, lines } = part(order);
  const lotId = lots.get(lines[0]!.productId)!;
  const input = { carrier: '示例快递', trackingNumber: 'SL1', partial: true };
  return shop.does((tx) =>
    shipSupplierOrder(tx, id, [supplier.id], { ...input, picks: [{ lineId: lines[0]!.id, lotId, packs }] }, 'test'),
  );
}
const partView = async (order: PlacedOrder) =>
  (await viewOrder(shop.database, order.id, access(order))).supplierOrders[0]!;
const stateOf = async (order: PlacedOrder) => (await partView(order)).state;
const release = async (order: PlacedOrder, time: string) => {
  await shop.setClock(time);
  await shop.does(releaseDue);
  return stateOf(order);
};

test('damage of fresh goods, with a photo: accepted, paid back, told as arrived', async () => {
  const order = await received(fresh, 3);
  const caseId = await damage(order, 2);
  expect(await caseOf(caseId)).toEqual({ state: 'requested', fen: '2002' });
  await accept(order, caseId);
  expect([await caseOf(caseId), await refundOf(caseId)]).toEqual([{ state: 'refunding', fen: '2002' }, 2_002]);
  await arrive(caseId);
  expect(await caseOf(caseId)).toMatchObject({ state: 'refunded' });
  expect((await partView(order)).lines[0]).toMatchObject({ refund: { amount: '2002' } });
  expect(await release(order, '2 days 1 minute')).toBe('released');
});

test('without a photo, with a stranger’s, or two days after receipt nothing of fresh goods is claimed', async () => {
  const [order, other] = [await received(fresh, 1), await received(fresh, 1)];
  await expect(claim(order, { kind: 'damage', reason: 'damaged' })).rejects.toMatchObject({
    code: 'AFTER_SALE_PHOTOS',
  });
  const photoIds = [await photo(other)];
  await expect(damage(order, 1, { photoIds })).rejects.toMatchObject({ code: 'AFTER_SALE_PHOTOS' });
  await expect(claim(order, { kind: 'return', reason: 'noReason' })).rejects.toMatchObject({
    code: 'AFTER_SALE_NOT_POSSIBLE',
    errors: [{ code: 'WINDOW_OVER' }],
  });
  await shop.setClock('48 hours 1 minute');
  await expect(damage(order)).rejects.toMatchObject({ code: 'AFTER_SALE_NOT_POSSIBLE' });
});

test('F8: cancelled, damaged and returned packs of one line are together what was paid, whichever comes first', async () => {
  const order = await shop.paidOrder({ offer: fresh, quantity: 5 });
  await send(order, 3);
  const [cancel, broken] = [
    await claim(order, { kind: 'cancel', reason: 'changedMind', packs: 2 }),
    await damage(order, 3),
  ];
  await accept(order, broken);
  expect(await refundOf(cancel)).toBe(2_002);
  expect((await refundOf(cancel)) + (await refundOf(broken))).toBe(5_005);
  expect(await partView(order)).toMatchObject({ state: 'shipped', lines: [{ shippedPacks: 3, cancelledPacks: 2 }] });
  await Promise.all([arrive(cancel), arrive(broken)]);
});

test('a paid part that has not left is cancelled at once: stock is back, nothing can be sent', async () => {
  const order = await shop.paidOrder({ offer: lasting, quantity: 4 });
  const reserved = 'select reserved from ordering.stock where sku_id = $1';
  const before = await shop.count(reserved, [lasting.skuId]);
  const cancel: Partial<Body> & { packs: number } = { kind: 'cancel', reason: 'changedMind', packs: 4 };
  const some = claim(order, { ...cancel, amount: { amount: '1', currency: 'CNY' } });
  await expect(some).rejects.toMatchObject({ errors: [{ pointer: '/amount', code: 'WHOLE_ONLY' }] });
  const caseId = await claim(order, cancel);
  expect(await caseOf(caseId)).toEqual({ state: 'refunding', fen: '4004' });
  expect(await stateOf(order)).toBe('cancelled');
  expect(await shop.count(reserved, [lasting.skuId])).toBe(before - 4);
  await expect(send(order, 1)).rejects.toMatchObject({ code: 'ORDER_STATE' });
  await arrive(caseId);
});

test('a parcel and a cancellation of the same packs at once: one of them', async () => {
  const order = await shop.paidOrder({ offer: lasting, quantity: 1 });
  const letGo = await shop.hold(`select from ordering.supplier_order where id = '${part(order).id}' for update`);
  const ends = Promise.allSettled([send(order, 1), claim(order, { kind: 'cancel', reason: 'late' })]);
  await shop.untilWaiting(2);
  await letGo();
  expect((await ends).map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('short delivery: what never leaves is paid back, and what has left is all there is', async () => {
  const order = await shop.paidOrder({ offer: lasting, quantity: 5 });
  await send(order, 3);
  const short = (supplierIds: string[]) =>
    shop.does((tx) =>
      endShort(tx, { supplierOrderId: part(order).id, supplierIds, caseId: newId() }, { reason: 'soldOut', words: '' }),
    );
  await expect(short([randomUUID()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const caseId = await short([part(order).supplier.id]);
  expect([await caseOf(caseId), await stateOf(order)]).toEqual([{ state: 'refunding', fen: '2002' }, 'shipped']);
  await expect(short([part(order).supplier.id])).rejects.toMatchObject({ code: 'ORDER_STATE' });
});

test('packs are claimed once, also by two at the same time', async () => {
  const order = await received(fresh, 2);
  const letGo = await shop.hold(`select from ordering.supplier_order where id = '${part(order).id}' for update`);
  const ends = Promise.allSettled([damage(order, 2), damage(order, 1)]);
  await shop.untilWaiting(2);
  await letGo();
  const codes = (await ends).map((end) => (end.status === 'rejected' ? (end.reason as { code: string }).code : 'made'));
  expect(codes).toContain('made');
  expect(codes).toContain('AFTER_SALE_NOT_POSSIBLE');
});

test('seven days: sent back, looked at, refused or paid; as long as it is open nothing is released', async () => {
  const order = await received(lasting, 2);
  const caseId = await claim(order, { kind: 'return', reason: 'noReason' });
  await accept(order, caseId);
  expect(await caseOf(caseId)).toMatchObject({ state: 'awaitingReturn' });
  await asBuyer(order, caseId, { event: 'send', parcel: { carrier: '示例快递', trackingNumber: 'SLR1' } });
  expect(await release(order, '8 days')).toBe('received');
  await accept(order, caseId);
  expect([await refundOf(caseId), await release(order, '8 days')]).toEqual([1_001, 'released']);
  await expect(claim(order, {})).rejects.toMatchObject({ code: 'AFTER_SALE_NOT_POSSIBLE' });
});

describe('silence', () => {
  const after = async (caseId: string, time: string) => {
    await shop.setClock(time);
    await Promise.all([1, 2].map(() => moveSilentCases(shop.database, { error: () => undefined })));
    return (await caseOf(caseId)).state;
  };

  test('of the supplier accepts: damage after a day, others after two', async () => {
    const [one, two] = [await received(fresh, 1), await received(lasting, 1)];
    const [broken, poor] = [await damage(one), await claim(two, {})];
    expect(await after(broken, '23 hours')).toBe('requested');
    expect(await after(broken, '24 hours 1 minute')).toBe('refunding');
    expect(await refundOf(broken)).toBe(1_001);
    expect(await after(poor, '47 hours')).toBe('requested');
    expect(await after(poor, '48 hours 1 minute')).toBe('refunding');
  });

  test('over returned goods pays; of the buyer closes', async () => {
    const [sent, kept] = [await received(lasting, 1), await received(lasting, 1)];
    const [first, second] = [
      await claim(sent, { kind: 'return', reason: 'noReason' }),
      await claim(kept, { kind: 'return', reason: 'noReason' }),
    ];
    expect([await after(first, '2 days 1 minute'), (await caseOf(second)).state]).toEqual([
      'awaitingReturn',
      'awaitingReturn',
    ]);
    await asBuyer(sent, first, { event: 'send', parcel: { carrier: '示例快递', trackingNumber: 'SLR2' } });
    await after(first, '9 days 2 minutes');
    expect([(await caseOf(first)).state, (await caseOf(second)).state]).toEqual(['refunding', 'closed']);
  });

  test('after a refusal closes the case, unless the buyer took it to the platform', async () => {
    const [calm, angry] = [await received(fresh, 1), await received(fresh, 1)];
    const [first, second] = [await damage(calm), await damage(angry)];
    await refuse(calm, first);
    await refuse(angry, second);
    await asBuyer(angry, second, { event: 'escalate', note: '照片清楚' });
    expect(await release(calm, '3 days')).toBe('received');
    await after(first, '7 days 1 minute');
    expect([(await caseOf(first)).state, (await caseOf(second)).state]).toEqual(['closed', 'escalated']);
    expect([await release(calm, '8 days'), await stateOf(angry)]).toEqual(['released', 'received']);
    await shop.does((tx) => handOverCase(tx, second));
    expect(await release(angry, '8 days')).toBe('released');
  });
});

test('what others did meanwhile is told, and nobody moves a stranger’s case', async () => {
  const [order, stranger] = [await received(fresh, 2), await received(fresh, 1)];
  const caseId = await damage(order);
  await asBuyer(order, caseId, { event: 'withdraw' });
  await expect(accept(order, caseId)).rejects.toMatchObject({
    code: 'AFTER_SALE_STATE',
    extra: { state: 'withdrawn' },
  });
  const other = await damage(order);
  await expect(asBuyer(stranger, other, { event: 'withdraw' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const foreign = { caseId: other, supplierIds: [randomUUID()] };
  await expect(
    shop.does((tx) => answerAsSupplier(tx, foreign, { accept: true, state: 'requested' })),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const { data, claimable } = await viewAfterSales(shop.database, order.id, access(order), new Date());
  expect(data.map((one) => one.state)).toEqual(['requested', 'withdrawn']);
  expect(claimable).toMatchObject([{ claimPacks: 1, cancelPacks: 0, noReason: false }]);
});

test('a refund that fails days later puts its case back on its way', async () => {
  const order = await received(fresh, 1);
  const caseId = await damage(order);
  await accept(order, caseId);
  await arrive(caseId);
  await shop.does((tx) => followRefunds(tx, [caseId], 'refundBack'));
  expect(await caseOf(caseId)).toMatchObject({ state: 'refunding' });
  await shop.does((tx) => followRefunds(tx, [caseId], 'refunded'));
});
