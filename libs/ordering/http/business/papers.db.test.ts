import { holding, openShop, type Shop } from '@xihuo/testing';

/** Whoever accepts goods looks at their papers first, whoever ordered them. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let desk: Desk;

beforeAll(async () => {
  desk = await (await openShop()).buyers();
}, 60_000);
afterAll(() => holding.closeSound(desk?.shop, desk));

test('every member of the organisation reads what goes with a parcel, and nobody else', async () => {
  const { at, made } = await desk.shipped();
  const receiver = await desk.member(at.id, { duties: ['receive'] });
  const stranger = await desk.member((await desk.shop.buying.organisation()).id, { duties: ['receive'] });
  const [parcel] = await desk.shop.rows<{ id: string }>(
    'select id from ordering.shipment where supplier_order_id = $1',
    [made.order.supplierOrders[0]!.id],
  );
  const path = `/orders/${made.order.id}/parcels/${parcel!.id}/papers`;
  const { status, body } = await receiver.ask('GET', path);
  expect({ status, body }).toMatchObject({ status: 200, body: { parcelId: parcel!.id } });
  expect((await stranger.ask('GET', path)).status).toBe(404);

  await desk.shop.rows(`update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id = $1`, [
    receiver.personId,
  ]);
  expect((await receiver.ask('GET', path)).status).not.toBe(200);
});
