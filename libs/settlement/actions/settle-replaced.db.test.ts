import { time } from '@xihuo/kernel';
import { claims } from '@xihuo/ordering';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { runSettlement } from './run-settlement';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

test('what was sent in place of packs is no sale: their line is settled from the lots it was bought from', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 500n });
  const [bought, other] = [await shop.lot(offer, 10_000n), await shop.lot(offer, 10_000n)];
  const order = await shop.receivedOrder(new Map([[offer.productId, bought]]), { offer, quantity: 2 });
  const part = order.supplierOrders[0]!;
  const lineId = part.lines[0]!.id;
  const access = { personId: null, token: order.token };
  const body = { supplierOrderId: part.id, kind: 'resend' as const, reason: 'shortPacks', words: '', photoIds: [] };
  const caseId = await shop.does((tx) => claims.make(tx, order.id, { ...body, lines: [{ lineId, packs: 1 }] }, access));
  const of = { caseId, supplierIds: [part.supplier.id] };
  await shop.does((tx) => claims.answer(tx, of, { accept: true, state: 'requested' }));
  const parcel = { carrier: '示例快递', trackingNumber: 'N1', picks: [{ lineId, lotId: other, packs: 1 }] };
  await shop.does((tx) => claims.replace(tx, { ...of, sentBy: 'test' }, parcel));
  await shop.does((tx) => claims.move(tx, { orderId: order.id, caseId, access }, { event: 'receive' }));
  await shop.releaseAfter(8);
  const releasedOn = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('9 days');
  expect(await shop.does((tx) => runSettlement(tx, releasedOn))).toMatchObject({ gross: { amount: '2000' } });
  expect(await shop.rows('select lot_id, net_fen::int as fen from settlement.portion')).toEqual([
    { lot_id: bought, fen: 2_000 },
  ]);
});
