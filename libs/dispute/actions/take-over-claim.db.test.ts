import { claims, lines } from '@xihuo/ordering';
import { money } from '@xihuo/kernel';
import { newId, Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { takeOverClaim } from './take-over-claim';

const vault = new Vault(testMasterKey);
const kit = { vault, notices: new Notices(vault) };
let shop: Shop;
let offer: Offer;
let lot: string;
beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ perishable: true, priceFen: 1_001n, stock: 100 });
  lot = await shop.lot(offer, 1_000_000n);
});
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));
afterAll(() => shop?.close());

async function escalated(): Promise<{ order: PlacedOrder; claimId: string; photo: string }> {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 3 });
  const photo = newId();
  const part = order.supplierOrders[0]!;
  await shop.rows(
    `insert into ordering.after_sale_photo (file_id, order_id, sha256, uploaded_at) values ($1, $2, '\\x00', now())`,
    [photo, order.id],
  );
  const access = { personId: null, token: order.token };
  const lineId = part.lines[0]!.id;
  const body = {
    ...{
      supplierOrderId: part.id,
      kind: 'damage' as const,
      reason: 'damaged' as const,
      words: '两盒坏果',
    },
    ...{ lines: [{ lineId, packs: 2 }], photoIds: [photo] },
  };
  const claimId = await shop.does((tx) => claims.make(tx, order.id, body, access));
  const refuse = { refuse: '包装完好' };
  await shop.does((tx) => claims.answer(tx, { caseId: claimId, supplierIds: [offer.supplierId] }, refuse));
  await shop.does((tx) => claims.move(tx, { orderId: order.id, caseId: claimId, access }, { event: 'escalate' }));
  return { order, claimId, photo };
}

test('a refused claim brought before the platform becomes a dispute with all that was said, and its money is held from then on', async () => {
  const { claimId, photo } = await escalated();
  const id = (await shop.does((tx) => takeOverClaim(tx, kit, claimId)))!;
  expect(
    await shop.rows('select state, kind, held_fen, after_sale_id from dispute.dispute_case where id = $1', [id]),
  ).toEqual([{ state: 'evidence', kind: 'damaged', held_fen: '2002', after_sale_id: claimId }]);
  expect(await shop.rows('select state from ordering.after_sale where id = $1', [claimId])).toEqual([
    { state: 'closed' },
  ]);
  expect(
    await shop.rows('select side, words, file_ids from dispute.message where dispute_id = $1 order by id', [id]),
  ).toEqual([
    { side: 'buyer', words: '两盒坏果', file_ids: [photo] },
    { side: 'supplier', words: '包装完好', file_ids: [] },
  ]);
  // Handed over once: the claim is closed, and there is nothing to take over any more.
  await expect(shop.does((tx) => takeOverClaim(tx, kit, claimId))).rejects.toMatchObject({ code: 'AFTER_SALE_STATE' });
});

test('what an open claim speaks for cannot be held beside it', async () => {
  const { order, claimId } = await escalated();
  const part = order.supplierOrders[0]!;
  const hold = (fen: number) =>
    shop.does((tx) =>
      lines.hold(tx, {
        ...{ supplierOrderId: part.id, sourceKind: 'test', sourceId: newId() },
        lines: [{ lineId: part.lines[0]!.id, fen: money.fen(fen) }],
      }),
    );
  await expect(hold(1_002)).rejects.toMatchObject({ code: 'HOLD_TOO_LARGE' });
  await shop.does((tx) => takeOverClaim(tx, kit, claimId));
  await expect(hold(1)).rejects.toMatchObject({ code: 'LINE_HELD' });
});
