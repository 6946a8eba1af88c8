import type { PlacedOrder } from '@xihuo/testing';
import sharp from 'sharp';
import type { CallerName } from './callers';
import { row, type Row } from './table';
import type { Made, World } from './world';

type Making = (world: World) => Promise<PlacedOrder>;

const guestOrder: Making = async (world) => {
  const order = await world.shop.placedOrder({ offer: world.offer, quantity: 3 });
  world.guestToken = order.token;
  return order;
};

const accountOrder: Making = async (world) =>
  (await world.granted('account', 'POST /orders', {
    body: world.shop.bodyOf({ offer: world.offer, quantity: 3 }),
  })) as unknown as PlacedOrder;

/** Paid and received; its goods last, so all but damage may be claimed. */
const received =
  (make: Making): Making =>
  async (world) => {
    const { shop, offer } = world;
    const order = await make(world);
    await shop.pay(order);
    await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 10_000n)]]));
    await shop.rows(
      `update ordering.supplier_order set state = 'received', received_at = platform.business_now(),
              release_due = platform.business_now() + interval '7 days' where order_id = $1`,
      [order.id],
    );
    return order;
  };

const claimBody = (order: PlacedOrder, kind = 'return', reason = 'noReason') => {
  const part = order.supplierOrders[0]!;
  return { supplierOrderId: part.id, kind, reason, lines: [{ lineId: part.lines[0]!.id, packs: 1 }] };
};

/** A claim is answered as it was read. */
const AS_READ = { state: 'requested' };

const quoted =
  (make: Making): Row['make'] =>
  async (world) => {
    const order = await received(make)(world);
    return { ids: { id: order.id }, body: claimBody(order) };
  };

/** A case of the owner's, moved on as told, with the body of the next step. */
const ofCase =
  (owner: CallerName, steps: 'none' | 'accepted' | 'refused', body: object): Row['make'] =>
  async (world) => {
    const made = await quoted(owner === 'guest' ? guestOrder : accountOrder)(world);
    const { id: caseId } = await world.granted(owner, 'POST /orders/{id}/after-sales', made);
    const ids = { id: caseId as string };
    if (steps === 'accepted')
      await world.granted('supplier', 'POST /supplier/after-sales/{id}/accept', { ids, body: AS_READ });
    if (steps === 'refused')
      await world.granted('supplier', 'POST /supplier/after-sales/{id}/refuse', {
        ids,
        body: { ...AS_READ, reason: '不同意' },
      });
    return { ids: { id: made.ids!['id']!, caseId: caseId as string }, body };
  };

/** A claim for other packs that the supplier agreed to send, with the parcel they would go in. */
const toReplace =
  (owner: CallerName): ((world: World) => Promise<{ orderId: string; caseId: string; parcel: object }>) =>
  async (world) => {
    const order = await received(owner === 'guest' ? guestOrder : accountOrder)(world);
    const body = claimBody(order, 'resend', 'shortPacks');
    const { id } = await world.granted(owner, 'POST /orders/{id}/after-sales', { ids: { id: order.id }, body });
    const ids = { id: id as string };
    await world.granted('supplier', 'POST /supplier/after-sales/{id}/accept', { ids, body: AS_READ });
    const lotId = await world.shop.lot(world.offer, 10_000n);
    const picks = [{ lineId: order.supplierOrders[0]!.lines[0]!.id, lotId, packs: 1 }];
    return { orderId: order.id, caseId: ids.id, parcel: { ...SENT, picks } };
  };

const replaced =
  (owner: CallerName): Row['make'] =>
  async (world) => {
    const { orderId, caseId, parcel } = await toReplace(owner)(world);
    await world.granted('supplier', 'POST /supplier/after-sales/{id}/replacement', {
      ids: { id: caseId },
      body: parcel,
    });
    return { ids: { id: orderId, caseId }, body: {} };
  };

const replacement: Row['make'] = async (world) => {
  const { caseId, parcel } = await toReplace('guest')(world);
  return { ids: { id: caseId }, body: parcel };
};

const forSupplier =
  (body?: object): Row['make'] =>
  async (world) => {
    const { ids } = await ofCase('guest', 'none', {})(world);
    return { ids: { id: ids!['caseId']! }, ...(body ? { body } : {}) };
  };

const picture = () =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

const toKeep =
  (make: Making): Row['make'] =>
  async (world) => ({
    ids: { id: (await make(world)).id },
    body: await picture(),
    headers: { 'content-type': 'image/png' },
  });

async function photoOf(world: World, owner: CallerName): Promise<Made> {
  const made = await toKeep(owner === 'guest' ? guestOrder : accountOrder)(world);
  const { photoId } = await world.granted(owner, 'POST /orders/{id}/after-sale-photos', made);
  return { ids: { id: made.ids!['id']!, photoId: photoId as string } };
}

const photoForSupplier: Row['make'] = async (world) => {
  const { ids } = await ofCase('guest', 'none', {})(world);
  const caseId = ids!['caseId'] as string;
  return { ids: { id: caseId, photoId: await linked(world, caseId) } };
};

/** The photo handed in last becomes this case's. */
async function linked(world: World, caseId: string): Promise<string> {
  const made = await photoOf(world, 'guest');
  await world.shop.rows('update ordering.after_sale_photo set case_id = $2 where file_id = $1', [
    made.ids!['photoId'],
    caseId,
  ]);
  return made.ids!['photoId'] as string;
}

const short: Row['make'] = async (world) => {
  const order = await world.shop.paidOrder({ offer: world.offer });
  return { ids: { id: order.supplierOrders[0]!.id }, body: { reason: 'soldOut' } };
};

const SENT = { carrier: '示例快递', trackingNumber: 'SLR1' };
const WHY = { reason: '照片清楚' };
const CASE = '/orders/{id}/after-sales/{caseId}' as const;
const OWNERS: readonly (readonly [CallerName, string, Making])[] = [
  ['guest', "a guest's order", guestOrder],
  ['account', "an account's order", accountOrder],
];

/** What is claimed of orders, by buyers and to suppliers. */
export const afterSaleRows: readonly Row[] = [
  ...OWNERS.flatMap(([owner, thing, make]) => [
    row('GET /orders/{id}/after-sales', thing, [owner], async (world) => ({ ids: { id: (await make(world)).id } })),
    row('POST /orders/{id}/after-sale-quotes', thing, [owner], quoted(make)),
    row('POST /orders/{id}/after-sales', thing, [owner], quoted(make)),
    row('POST /orders/{id}/after-sale-photos', thing, [owner], toKeep(make)),
    row('GET /orders/{id}/after-sale-photos/{photoId}', thing, [owner], (world) => photoOf(world, owner)),
    row(`POST ${CASE}/withdraw`, thing, [owner], ofCase(owner, 'none', {})),
    row(`POST ${CASE}/return-parcel`, thing, [owner], ofCase(owner, 'accepted', SENT)),
    row(`POST ${CASE}/receive`, thing, [owner], replaced(owner)),
    row(`POST ${CASE}/escalate`, thing, [owner], ofCase(owner, 'refused', WHY)),
  ]),
  row('GET /supplier/after-sales/{id}', 'a claim', ['supplier'], forSupplier()),
  row('POST /supplier/after-sales/{id}/accept', 'a claim', ['supplier'], forSupplier(AS_READ)),
  row('POST /supplier/after-sales/{id}/refuse', 'a claim', ['supplier'], forSupplier({ ...AS_READ, ...WHY })),
  row('POST /supplier/after-sales/{id}/replacement', 'a claim', ['supplier'], replacement),
  row('GET /supplier/after-sales/{id}/photos/{photoId}', 'a photo', ['supplier'], photoForSupplier),
  row('POST /supplier/orders/{id}/short-delivery', 'a part to ship', ['supplier'], short),
];
