import { openShop, type Shop } from '@xihuo/testing';
import { recordDelivery } from './record-delivery';
import { confirmByHousehold, contestDelivery } from './settle-delivery';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

test('a term that is shortened later does not close what was confirmed before', async () => {
  const scale = shop.scale();
  const offer = await shop.offer();
  const lotId = await scale.openLot(offer);
  const householdId = await shop.household(offer.supplierId);
  const weighed = await scale.weighed({ lotId, householdId });
  await scale.asClerk(offer.supplierId, (tx) => recordDelivery(tx, scale.kit, weighed));
  const read = async () =>
    (
      await shop.rows<{ state: string; row_version: number }>(
        'select state, row_version from trace.delivery where id = $1',
        [weighed.id],
      )
    )[0]!;
  const { row_version: version } = await read();
  await scale.asHousehold(householdId, (tx) => confirmByHousehold(tx, scale.kit, { id: weighed.id, version }));

  await shop.fromTomorrow('trace.contestDays', 1);
  await shop.setClock('3 days');
  const said = { id: weighed.id, version: (await read()).row_version, reason: '斤两不对' };
  await scale.asHousehold(householdId, (tx) => contestDelivery(tx, scale.kit, said));
  expect((await read()).state).toBe('contested');
});
