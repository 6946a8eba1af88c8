import { newId } from '@xihuo/platform';
import { money } from '@xihuo/kernel';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { answerAsSupplier } from './answer-after-sale';
import { claimAfterSale } from './claim-after-sale';
import { endHold, holdLines } from './hold-lines';
import { moveSilentCases } from './move-silent-cases';

let shop: Shop;
let offer: Offer;
let lot: string;

beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_001n, stock: 1_000 });
  lot = await shop.lot(offer, 1_000_000n);
});
afterAll(() => shop?.close());
afterEach(async () => {
  await shop.setClock('0');
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

async function claimed(): Promise<{ order: PlacedOrder; caseId: string; lineId: string; partId: string }> {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 3 });
  const [part] = order.supplierOrders;
  const lineId = part!.lines[0]!.id;
  const caseId = await shop.does((tx) =>
    claimAfterSale(
      tx,
      order.id,
      {
        ...{ supplierOrderId: part!.id, kind: 'refundOnly', reason: 'quality', words: '', photoIds: [] },
        lines: [{ lineId, packs: 1 }],
      },
      { personId: null, token: order.token },
    ),
  );
  return { order, caseId, lineId, partId: part!.id };
}
const stateOf = async (caseId: string) =>
  (await shop.rows<{ state: string }>('select state from ordering.after_sale where id = $1', [caseId]))[0]!.state;
const faults: unknown[] = [];
const silent = async (time: string) => {
  await shop.setClock(time);
  return moveSilentCases(shop.database, { error: (fault: unknown) => void faults.push(fault) });
};

test('a refused claim waits while another quarrel about its line goes on, and has its whole time from then on', async () => {
  const { caseId, lineId, partId, order } = await claimed();
  const supplierIds = [order.supplierOrders[0]!.supplier.id];
  await shop.does((tx) => answerAsSupplier(tx, { caseId, supplierIds }, { refuse: '完好', state: 'requested' }));
  const hold = { sourceKind: 'test', sourceId: newId() };
  await shop.does((tx) =>
    holdLines(tx, { supplierOrderId: partId, ...hold, lines: [{ lineId, fen: money.fen(1_000) }] }),
  );
  await silent('7 days 1 minute');
  expect(await stateOf(caseId)).toBe('refused');
  await shop.does((tx) => endHold(tx, { ...hold, refunds: [{ lineId, fen: money.ZERO }] }));
  await silent('14 days');
  expect(await stateOf(caseId)).toBe('refused');
  await silent('14 days 2 minutes');
  expect(await stateOf(caseId)).toBe('closed');
});

test('one case that cannot be moved holds up no other', async () => {
  const cases = [await claimed(), await claimed(), await claimed()];
  const stuck = cases[1]!;
  // Of its part everything is promised back already, so its refund is refused.
  const promised = (fen: string) =>
    shop.rows(`update payment.leg set refund_fen = ${fen} where supplier_order_id = $1`, [stuck.partId]);
  await promised('amount_fen');
  expect(await silent('48 hours 1 minute')).toBe(2);
  expect(await Promise.all(cases.map((one) => stateOf(one.caseId)))).toEqual(['refunding', 'requested', 'refunding']);
  expect(faults).toMatchObject([{ case: stuck.caseId }]);
  await promised('0');
  expect(await silent('48 hours 1 minute')).toBe(1);
});
