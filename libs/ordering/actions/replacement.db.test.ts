import { randomUUID } from 'node:crypto';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { Notices, Vault } from '@xihuo/platform';
import { testMasterKey } from '@xihuo/testing';
import { answerAsSupplier, moveAsBuyer } from './answer-after-sale';
import { claimAfterSale } from './claim-after-sale';
import { moveSilentCases } from './move-silent-cases';
import { parcelStrayed } from './parcel-strayed';
import { releaseDue } from './release-due';
import { sendReplacement } from './send-replacement';
import { viewAfterSales } from './view-after-sales';
import { viewOrder } from './view-order';

/** Other packs in place of those that came, or never came: no money moves as long as they are on their way. */

let shop: Shop;
let offer: Offer;
let first: string;
let other: string;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_000n, stock: 100, grams: 500n });
  first = await shop.lot(offer, 1_000_000n);
  other = await shop.lot(offer, 2_000n);
});
afterAll(() => holding.closeSound(shop));
afterEach(async () => {
  await shop.setClock('0');
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

type Kind = 'exchange' | 'resend';
const REASON = { exchange: 'quality', resend: 'shortPacks' } as const;
const part = (order: PlacedOrder) => order.supplierOrders[0]!;
const access = (order: PlacedOrder) => ({ personId: null, token: order.token });

async function claimed(kind: Kind, packs = 2): Promise<{ order: PlacedOrder; caseId: string }> {
  const order = await shop.receivedOrder(new Map([[offer.productId, first]]), { offer, quantity: 3 });
  return { order, caseId: await claim(order, kind, packs) };
}
const claim = (order: PlacedOrder, kind: Kind, packs: number): Promise<string> =>
  shop.does((tx) =>
    claimAfterSale(
      tx,
      order.id,
      {
        ...{ supplierOrderId: part(order).id, kind, reason: REASON[kind], words: '', photoIds: [] },
        lines: [{ lineId: part(order).lines[0]!.id, packs }],
      },
      access(order),
    ),
  );
const supplierOf = (order: PlacedOrder) => [part(order).supplier.id];
async function accept(order: PlacedOrder, caseId: string, refund?: true): Promise<void> {
  const [read] = await shop.rows<{ state: Parameters<typeof answerAsSupplier>[2]['state'] }>(
    'select state from ordering.after_sale where id = $1',
    [caseId],
  );
  const word = { accept: true as const, ...read!, ...(refund ? { refund } : {}) };
  await shop.does((tx) => answerAsSupplier(tx, { caseId, supplierIds: supplierOf(order) }, word));
}
const asBuyer = (order: PlacedOrder, caseId: string, event: 'send' | 'receive' | 'escalate') =>
  shop.does((tx) =>
    moveAsBuyer(
      tx,
      { orderId: order.id, caseId, access: access(order) },
      { event, ...(event === 'send' ? { parcel: { carrier: '示例快递', trackingNumber: 'R1' } } : {}) },
    ),
  );
const replace = (order: PlacedOrder, caseId: string, packs = 2, lotId = other, supplierIds = supplierOf(order)) =>
  shop.does((tx) =>
    sendReplacement(
      tx,
      { caseId, supplierIds, sentBy: 'test' },
      { carrier: '示例快递', trackingNumber: 'N1', picks: [{ lineId: part(order).lines[0]!.id, lotId, packs }] },
    ),
  );
const stateOf = async (caseId: string) =>
  (await shop.rows<{ state: string }>('select state from ordering.after_sale where id = $1', [caseId]))[0]!.state;
const refundOf = (caseId: string) =>
  shop.count('select coalesce(sum(amount_fen), 0) from payment.refund where source_id = $1', [caseId]);
const onHand = () => shop.count('select on_hand from ordering.stock where sku_id = $1', [offer.skuId]);
const silent = async (time: string) => {
  await shop.setClock(time);
  return moveSilentCases(shop.database, { error: () => undefined });
};
const released = async (order: PlacedOrder, time: string) => {
  await shop.setClock(time);
  await shop.does(releaseDue);
  return (await viewOrder(shop.database, order.id, access(order))).supplierOrders[0]!.state;
};

test('sent once more: out of stock and a lot, in a parcel of the same order, and no fen moves', async () => {
  const { order, caseId } = await claimed('resend');
  await accept(order, caseId);
  const before = await onHand();
  await replace(order, caseId);
  const [{ replacement, state } = { replacement: null, state: null }] = (
    await viewAfterSales(shop.database, order.id, access(order), new Date())
  ).data;
  expect([state, replacement]).toEqual(['replacementSent', { carrier: '示例快递', trackingNumber: 'N1' }]);
  expect(before - (await onHand())).toBe(2);
  const view = (await viewOrder(shop.database, order.id, access(order))).supplierOrders[0]!;
  expect([view.parcels.length, view.lines[0]!.shippedPacks, view.parcels[1]!.lots[0]!.packs]).toEqual([2, 3, 2]);
  expect(view.parcels.map(({ replaces }) => replaces)).toEqual([null, 'resend']);
  // As long as it is on its way nothing is released, however long the window is over.
  expect(await released(order, '9 days')).toBe('received');
  await asBuyer(order, caseId, 'receive');
  expect([await stateOf(caseId), await refundOf(caseId)]).toEqual(['replaced', 0]);
  // What came has a time for claims of its own, and may be claimed again.
  expect(await released(order, '15 days 23 hours')).toBe('received');
  const again = await viewAfterSales(shop.database, order.id, access(order), await now());
  expect(again.claimable[0]).toMatchObject({ claimPacks: 3 });
  expect(await released(order, '16 days 1 minute')).toBe('released');
});

test('exchanged: the goods come back first; silence agrees to all of it, and what is not sent in time is paid back', async () => {
  const { order, caseId } = await claimed('exchange');
  await expect(replace(order, caseId)).rejects.toMatchObject({ code: 'AFTER_SALE_STATE' });
  await silent('2 days 1 minute');
  expect(await stateOf(caseId)).toBe('awaitingReturn');
  await asBuyer(order, caseId, 'send');
  await silent('9 days 2 minutes');
  expect(await stateOf(caseId)).toBe('replacing');
  await silent('12 days 1 minute');
  expect(await stateOf(caseId)).toBe('replacing');
  await silent('12 days 3 minutes');
  expect([await stateOf(caseId), await refundOf(caseId)]).toEqual(['refunding', 2_000]);
  await expect(replace(order, caseId)).rejects.toMatchObject({ code: 'AFTER_SALE_STATE' });
});

test('a supplier that has no other packs pays back instead; consent said again does not', async () => {
  const { order, caseId } = await claimed('resend', 1);
  await accept(order, caseId);
  await expect(accept(order, caseId)).rejects.toMatchObject({ code: 'AFTER_SALE_STATE' });
  await accept(order, caseId, true);
  expect([await stateOf(caseId), await refundOf(caseId)]).toEqual(['refunding', 1_000]);
  const at = await claimed('exchange', 1);
  await accept(at.order, at.caseId, true);
  expect([await stateOf(at.caseId), await refundOf(at.caseId)]).toEqual(['refunding', 1_000]);
});

test('not fewer packs than were claimed, not by another supplier, not from a lot that has none, not without stock', async () => {
  const { order, caseId } = await claimed('resend');
  await accept(order, caseId);
  await expect(replace(order, caseId, 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(replace(order, caseId, 2, other, [randomUUID()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const few = await shop.lot(offer, 900n);
  await expect(replace(order, caseId, 2, few)).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  const free = await shop.count('select sum(on_hand - reserved) from ordering.stock where sku_id = $1', [offer.skuId]);
  const all = await shop.paidOrder({ offer, quantity: free - 1 });
  await expect(replace(order, caseId)).rejects.toMatchObject({ code: 'OUT_OF_STOCK' });
  expect(await stateOf(caseId)).toBe('replacing');
  const lineId = part(all).lines[0]!.id;
  const cancel = {
    kind: 'cancel' as const,
    reason: 'late',
    words: '',
    photoIds: [],
    lines: [{ lineId, packs: free - 1 }],
  };
  await shop.does((tx) => claimAfterSale(tx, all.id, { ...cancel, supplierOrderId: part(all).id }, access(all)));
  await replace(order, caseId, 2, first);
  expect(await stateOf(caseId)).toBe('replacementSent');
});

test('on its way: silence is receipt, a lost parcel is paid back, a quarrel goes to the platform', async () => {
  const [quiet, lost, bad] = [await claimed('resend', 1), await claimed('resend', 1), await claimed('resend', 1)];
  for (const { order, caseId } of [quiet, lost, bad]) {
    await accept(order, caseId);
    await replace(order, caseId, 1, first);
  }
  const [parcel] = await shop.rows<{ id: string }>('select id from ordering.shipment where case_id = $1', [
    lost.caseId,
  ]);
  const ids = { supplierOrderId: part(lost.order).id, orderId: lost.order.id };
  const told = { ...ids, shipmentId: parcel!.id, supplierId: part(lost.order).supplier.id, kind: 'lost' as const };
  const tools = { notices: new Notices(new Vault(testMasterKey)), vault: new Vault(testMasterKey) };
  await shop.does((tx) => parcelStrayed(tx, tools, told, randomUUID()));
  await shop.does((tx) => parcelStrayed(tx, tools, told, randomUUID()));
  expect([await stateOf(lost.caseId), await refundOf(lost.caseId)]).toEqual(['refunding', 1_000]);
  await asBuyer(bad.order, bad.caseId, 'escalate');
  expect(await stateOf(bad.caseId)).toBe('escalated');
  await silent('9 days');
  expect(await stateOf(quiet.caseId)).toBe('replacementSent');
  await silent('10 days 1 minute');
  expect([await stateOf(quiet.caseId), await refundOf(quiet.caseId)]).toEqual(['replaced', 0]);
});

const now = async () => (await shop.rows<{ now: Date }>('select platform.business_now() as now'))[0]!.now;
