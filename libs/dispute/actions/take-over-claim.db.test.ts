import { claims, lines } from '@xihuo/ordering';
import { money } from '@xihuo/kernel';
import { newId, Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { disputableLines } from '../store/case-file.sql';
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

async function refused(packs = 2, of?: PlacedOrder): Promise<{ order: PlacedOrder; claimId: string; photo: string }> {
  const order = of ?? (await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 3 }));
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
    ...{ lines: [{ lineId, packs }], photoIds: [photo] },
  };
  const claimId = await shop.does((tx) => claims.make(tx, order.id, body, access));
  const refuse = { refuse: '包装完好', state: 'requested' as const };
  await shop.does((tx) => claims.answer(tx, { caseId: claimId, supplierIds: [offer.supplierId] }, refuse));
  return { order, claimId, photo };
}

async function escalate({ order, claimId }: { order: PlacedOrder; claimId: string }): Promise<void> {
  const at = { orderId: order.id, caseId: claimId, access: { personId: null, token: order.token } };
  await shop.does((tx) => claims.move(tx, at, { event: 'escalate' }));
}

async function escalated(): ReturnType<typeof refused> {
  const made = await refused();
  await escalate(made);
  return made;
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

test('of a line whose claim is on its way to the platform nothing is held beside it', async () => {
  const { order, claimId } = await escalated();
  const part = order.supplierOrders[0]!;
  const hold = (fen: number) =>
    shop.does((tx) =>
      lines.hold(tx, {
        ...{ supplierOrderId: part.id, sourceKind: 'test', sourceId: newId() },
        lines: [{ lineId: part.lines[0]!.id, fen: money.fen(fen) }],
      }),
    );
  expect(await shop.database.read(disputableLines, [order.id])).toEqual([]);
  // Free are a thousand fen and one, but one quarrel about a line at a time: the claim is on its way.
  await expect(hold(1)).rejects.toMatchObject({ code: 'LINE_HELD' });
  await shop.does((tx) => takeOverClaim(tx, kit, claimId));
  await expect(hold(1)).rejects.toMatchObject({ code: 'LINE_HELD' });
});

test('of two claims about one line one becomes a dispute at a time; the other keeps its place until then', async () => {
  const first = await refused(1);
  const second = await refused(1, first.order);
  await escalate(first);
  await expect(escalate(second)).rejects.toMatchObject({ code: 'LINE_HELD' });
  await shop.does((tx) => takeOverClaim(tx, kit, first.claimId));
  await expect(escalate(second)).rejects.toMatchObject({ code: 'LINE_HELD' });
  expect(await shop.rows('select state from ordering.after_sale where id = $1', [second.claimId])).toEqual([
    { state: 'refused' },
  ]);
});

test('what an unanswered claim speaks for cannot be held beside it', async () => {
  const { order } = await refused();
  const part = order.supplierOrders[0]!;
  const hold = (fen: number) =>
    shop.does((tx) =>
      lines.hold(tx, {
        ...{ supplierOrderId: part.id, sourceKind: 'test', sourceId: newId() },
        lines: [{ lineId: part.lines[0]!.id, fen: money.fen(fen) }],
      }),
    );
  await expect(hold(1_002)).rejects.toMatchObject({ code: 'HOLD_TOO_LARGE' });
});
