import { holding, openShop, type Shop } from '@xihuo/testing';
import { orderingParts } from '../index';
import { reportSignals } from './report-signals';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

const told = async (supplierId: string) =>
  Object.fromEntries(
    (
      await shop.rows<{ kind: string; sum: string }>(
        'select kind, sum(amount) as sum from admission.signal where supplier_id = $1 group by kind',
        [supplierId],
      )
    ).map(({ kind, sum }) => [kind, Number(sum)]),
  );

it('orders, claims, late parcels and orders of its own people are told of a supplier, once however often they are told', async () => {
  const offer = await shop.offer({ priceFen: 5_000n, grams: 1_000n });
  const lot = await shop.lot(offer, 10_000n);
  const lots = new Map([[offer.productId, lot]]);
  await shop.placedOrder({ offer });
  const received = await shop.receivedOrder(lots, { offer });
  const own = await shop.paidOrder({ offer });
  await shop.rows(
    `with somebody as (insert into identity.person (id, display_name) values (uuidv7(), 'x') returning id),
          theirs as (insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by) select id, 'supplier', $2, now(), 'test' from somebody)
     update ordering.customer_order set person_id = somebody.id from somebody where customer_order.id = $1`,
    [own.id, offer.supplierId],
  );
  await shop.does(reportSignals);
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 2, selfDealing: 1 });

  // Hours that hold from tomorrow on say nothing of what was paid today.
  await shop.fromTomorrow('fulfilment.shipWithinHours', 24);
  await shop.setClock('50 hours');
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 2, selfDealing: 1 });

  await shop.setClock('73 hours');
  await shop.rows(
    `insert into ordering.after_sale (id, order_id, supplier_order_id, supplier_id, kind, reason, amount_fen, requested_at)
     select uuidv7(), order_id, id, supplier_id, 'return', 'other', 1, platform.business_now()
       from ordering.supplier_order where order_id = $1`,
    [received.id],
  );
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 2, selfDealing: 1, lateShipment: 1, return: 1 });
  await shop.rows(`update ordering.after_sale set state = 'withdrawn', ended_at = platform.business_now()`);
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toMatchObject({ return: 0 });
});

it('what was promised sooner than the rule is late sooner, by the promise of the day it was ordered', async () => {
  const offer = await shop.offer();
  const promise = (hours: number) =>
    shop.rows(
      `update admission.application set form = jsonb_build_object('capacity', jsonb_build_object('shipWithinHours', $2::integer))
        where supplier_id = $1`,
      [offer.supplierId, hours],
    );
  await shop.setClock('73 hours');
  await promise(12);
  await shop.paidOrder({ offer });
  await promise(240);
  await shop.setClock('84 hours');
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 1 });
  await shop.setClock('86 hours');
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 1, lateShipment: 1 });
});

it('bought as a guest and sent to a phone of its people, it is an order of its own people', async () => {
  const offer = await shop.offer({ priceFen: 5_000n });
  const bought = await shop.paidOrder({ offer });
  await shop.paidOrder({ offer });
  await shop.rows(
    `with somebody as (insert into identity.person (id, display_name) values (uuidv7(), 'x') returning id),
          theirs as (insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by) select id, 'supplier', $2, now(), 'test' from somebody),
          sent as (update ordering.customer_order set phone_index = sha256('theirs') where id = $1)
     insert into identity.phone_link (person_id, phone_index, phone_sealed, linked_at) select id, sha256('theirs'), 'x', now() from somebody`,
    [bought.id, offer.supplierId],
  );
  await shop.does(reportSignals);
  expect(await told(offer.supplierId)).toEqual({ order: 2, selfDealing: 1 });
});

it('is a job', () => {
  expect(orderingParts.jobs!.map(({ name }) => name)).toContain('ordering.reportSignals');
});
