import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { business } from '@xihuo/ordering';
import { createLog } from '@xihuo/platform';
import { workOffRuns } from '@xihuo/settlement';
import type { PlacedOrder } from '@xihuo/testing';
import { purchase } from './business-rows';
import { row, type Row } from './table';
import type { World } from './world';

/** Before anybody comes in: the clock moves on by more than a session lives. */
export async function settleOneOrder({ shop, house, offer }: World): Promise<void> {
  const lot = await shop.lot(offer, 10_000n);
  await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer });
  await shop.releaseAfter(8);
  const releasedOn = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('9 days');
  const finance = await house.signedIn({ role: 'finance' });
  const headers = { 'idempotency-key': randomUUID() };
  const run = await finance.ask('POST', '/settlement/runs', { periodEnd: releasedOn }, headers);
  expect(run.status).toBe(201);
  await workOffRuns({ database: shop.database, log: createLog('silent', 'test') });
}

type Making = (world: World) => Promise<PlacedOrder>;

const guestOrder: Making = async (world) => {
  const order = await world.shop.placedOrder({ offer: world.offer });
  world.guestToken = order.token;
  return order;
};

const accountOrder: Making = async (world) =>
  (await world.granted('account', 'POST /orders', {
    body: world.shop.bodyOf({ offer: world.offer }),
  })) as unknown as PlacedOrder;

const partOf = (order: PlacedOrder) => order.supplierOrders[0]!;
const lotFor = ({ shop, offer }: World) => shop.lot(offer, 1_000n);

const idOf =
  (make: Making, body?: object): Row['make'] =>
  async (world) => ({ ids: { id: (await make(world)).id }, ...(body ? { body } : {}) });

const shipped =
  (make: Making): Row['make'] =>
  async (world) => {
    const order = await make(world);
    await world.shop.pay(order);
    await world.shop.ship(order, new Map([[world.offer.productId, await lotFor(world)]]));
    return { ids: { id: order.id }, body: { supplierOrderId: partOf(order).id } };
  };

const waiting =
  (make: Making): Row['make'] =>
  async (world) => {
    const order = await make(world);
    await world.shop.pay(order);
    return { ids: { id: order.id }, body: { supplierOrderId: partOf(order).id } };
  };

/** Sent to a point that the supplier itself keeps. */
async function fetched(world: World): Promise<PlacedOrder> {
  const { shop, offer } = world;
  const slug = `point-${randomUUID().slice(0, 8)}`;
  await shop.rows(
    `with point as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, address,
                                    opening_times, pickup, keeper_id, created_at)
       values ($1, 'directSupplyPoint', 'open', '示例点', 'Point', '', '', '310101', '示例', '示例路 9 号',
               '[{"days":[1],"from":"09:00","to":"18:00"}]', true, $2, now()) returning id
     ), shelf as (
       insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule)
       select id, 1, '全部', 'All', false from point returning id
     )
     insert into catalogue.venue_shelf_product (shelf_id, product_id, position) select id, $3, 1 from shelf`,
    [slug, offer.supplierId, offer.productId],
  );
  const order = await shop.place({ ...shop.bodyOf({ offer }), pickup: slug });
  world.guestToken = order.token;
  await shop.pay(order);
  await shop.ship(order, new Map([[offer.productId, await lotFor(world)]]));
  return order;
}

const toTakeIn: Row['make'] = async (world) => ({
  ids: { supplierOrderId: partOf(await fetched(world)).id },
  body: {},
});

const toHandOver: Row['make'] = async (world) => {
  const order = await fetched(world);
  await world.granted('supplier', 'POST /pickups/{supplierOrderId}/arrival', {
    ids: { supplierOrderId: partOf(order).id },
    body: {},
  });
  const { body } = await world.house
    .browser('shop')
    .ask('GET', `/orders/${order.id}/pickup`, undefined, { 'order-token': order.token });
  return { ids: { orderId: order.id }, body: { code: body['code'] } };
};

const AT_COUNTER = ['supplier', 'operator', 'operatorElsewhere'] as const;

export const partToShip: Row['make'] = async (world) => {
  const part = partOf(await world.shop.paidOrder({ offer: world.offer }));
  const picks = [{ lineId: part.lines[0]!.id, lotId: await lotFor(world), packs: part.lines[0]!.quantity }];
  return { ids: { id: part.id }, body: { carrier: '示例快递', trackingNumber: 'SL1', picks } };
};

const read =
  (make: Row['make']): Row['make'] =>
  async (world) => ({ ids: (await make(world)).ids! });

const READ_STATEMENTS = ['supplier', 'auditor', 'operator', 'operatorElsewhere', 'finance'] as const;

const statement: Row['make'] = async ({ shop, offer }) => {
  const [found] = await shop.rows<{ id: string }>('select id from settlement.statement where supplier_id = $1', [
    offer.supplierId,
  ]);
  return { ids: { id: found!.id } };
};

const statementLine: Row['make'] = async (world) => {
  const { ids } = (await statement(world)) as { ids: { id: string } };
  const [line] = await world.shop.rows<{ id: string }>(
    `select line_id as id from settlement.line join settlement.statement using (run_id, supplier_id) where statement.id = $1 limit 1`,
    [ids.id],
  );
  return { ids: { ...ids, lineId: line!.id } };
};

/** Another session of the account, as on a second phone. */
const secondSession: Row['make'] = async ({ shop, callers }) => {
  const [made] = await shop.rows<{ id: string }>(
    `insert into identity.session (person_id, surface, token_hash, created_at, last_seen_at, expires_at)
     select person_id, surface, sha256(gen_random_uuid()::text::bytea), created_at, last_seen_at, expires_at
       from identity.session where token_hash = sha256(convert_to($1, 'UTF8')) returning id`,
    [callers.account.browser.token],
  );
  return { ids: { id: made!.id } };
};

const printed: Row['make'] = async (world) => ({
  ids: (await partToShip(world)).ids ?? {},
  query: '?paper=addressLabel',
});

const parcelOf =
  (make: Making): Row['make'] =>
  async (world) => {
    const made = await shipped(make)(world);
    const [parcel] = await world.shop.rows<{ id: string }>(
      `select shipment.id from ordering.shipment join ordering.supplier_order part on part.id = supplier_order_id where order_id = $1`,
      [made.ids!.id],
    );
    return { ids: { id: String(made.ids!.id), parcelId: parcel!.id } };
  };

const parcelAlone: Row['make'] = async (world) => ({
  ids: { id: (await parcelOf(guestOrder)(world)).ids!.parcelId! },
});

/** Bought by a colleague: not by whoever asks, who acts for the organisation. */
const boughtByColleague =
  (payment: 'onTerms' | 'payFirst', body?: object): Row['make'] =>
  async (world) => {
    const wanted = { payerKind: 'otherFirm', contractReference: 'test', creditLimitFen: 10_000_000n } as const;
    const pay = (way: typeof payment) =>
      world.shop.does((tx) =>
        business.setTerms(
          tx,
          world.organisation.id,
          { ...wanted, payment: way, termDays: way === 'onTerms' ? 30 : null },
          { reason: 'test', by: null },
        ),
      );
    await pay(payment);
    const id = await purchase(world, 'issued');
    await pay('onTerms');
    const [order] = await world.shop.rows<{ id: string }>(
      'select order_id as id from ordering.purchase_order where id = $1',
      [id],
    );
    return { ids: { id: order!.id }, ...(body ? { body } : {}) };
  };

export const orderRows: readonly Row[] = [
  row('GET /orders/{id}', "a guest's order", ['guest'], idOf(guestOrder)),
  row('GET /orders/{id}', "an account's order", ['account'], idOf(accountOrder)),
  row('GET /orders/{id}', "an organisation's order", ['businessBuyer'], boughtByColleague('onTerms')),
  row('GET /orders/{id}/outcome', "a guest's order", ['guest'], idOf(guestOrder)),
  row('GET /orders/{id}/outcome', "an account's order", ['account'], idOf(accountOrder)),
  row('GET /orders/{id}/outcome', "an organisation's order", ['businessBuyer'], boughtByColleague('onTerms')),
  row('POST /orders/{id}/payment', "an organisation's order", ['businessBuyer'], boughtByColleague('payFirst', {})),
  row('POST /orders/{id}/cancel', "an organisation's order", ['businessBuyer'], boughtByColleague('payFirst', {})),
  row('POST /orders/{id}/cancel', "a guest's order", ['guest'], idOf(guestOrder, {})),
  row('POST /orders/{id}/cancel', "an account's order", ['account'], idOf(accountOrder, {})),
  row('POST /orders/{id}/payment', "a guest's order", ['guest'], idOf(guestOrder, {})),
  row('POST /orders/{id}/payment', "an account's order", ['account'], idOf(accountOrder, {})),
  row('POST /orders/{id}/receipts', "a guest's parcel", ['guest'], shipped(guestOrder)),
  row('POST /orders/{id}/receipts', "an account's parcel", ['account'], shipped(accountOrder)),
  row('POST /orders/{id}/reminders', "a guest's part to be sent", ['guest'], waiting(guestOrder)),
  row('POST /orders/{id}/reminders', "an account's part to be sent", ['account'], waiting(accountOrder)),
  row('POST /orders/{id}/receipt-extensions', "a guest's parcel", ['guest'], shipped(guestOrder)),
  row('POST /orders/{id}/receipt-extensions', "an account's parcel", ['account'], shipped(accountOrder)),
  row('GET /orders/{id}/pickup', "a guest's pickup", ['guest'], idOf(fetched)),
  row('POST /pickups/{supplierOrderId}/arrival', 'a part at a counter', [...AT_COUNTER], toTakeIn),
  row('POST /pickups/orders/{orderId}/handover', 'a part at a counter', [...AT_COUNTER], toHandOver),
  row('GET /supplier/orders/{id}', 'a part to ship', ['supplier'], read(partToShip)),
  row('GET /supplier/orders/{id}/print', 'a part to ship', ['supplier'], printed),
  row('GET /orders/{id}/parcels/{parcelId}/papers', "a guest's parcel", ['guest'], parcelOf(guestOrder)),
  row('GET /orders/{id}/parcels/{parcelId}/papers', "an account's parcel", ['account'], parcelOf(accountOrder)),
  row('GET /orders/{id}/parcels/{parcelId}/papers/file', "a guest's parcel", ['guest'], parcelOf(guestOrder)),
  row('GET /parcels/{id}/papers/file', 'a parcel of the place', ['supplier', 'auditor'], parcelAlone),
  row('POST /supplier/orders/{id}/shipment', 'a part to ship', ['supplier'], partToShip),
  row('GET /settlement/statements/{id}', 'a statement', READ_STATEMENTS, statement),
  row('GET /settlement/statements/{id}/lines', 'a statement', READ_STATEMENTS, statement),
  row('GET /settlement/statements/{id}/lines/{lineId}', 'a line of a statement', READ_STATEMENTS, statementLine),
  row(
    'GET /settlement/statements/{id}/lines/{lineId}/order',
    'the order of a line of a statement',
    ['auditor', 'operator', 'operatorElsewhere', 'finance'],
    statementLine,
  ),
  row('GET /settlement/statements/{id}/payouts', 'a statement', READ_STATEMENTS, statement),
  row('GET /settlement/statements/{id}/file', 'a statement', READ_STATEMENTS, statement),
  row('DELETE /me/sessions/{id}', 'a session', ['account'], secondSession),
];
