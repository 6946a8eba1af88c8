import { randomUUID } from 'node:crypto';
import { request } from 'playwright-core';
import { Caller } from '../../views/caller';
import { buyForOrganisation } from '../../views/organisation-orders';
import { placeOrders, type OrderAnswer } from '../../views/orders';
import type { RunningHouse } from '../running-house';

/** What the demonstration data have none of, so that what answers it stands somewhere: orders, claims, a dispute, questions, drafts. */
export async function doBusiness(house: RunningHouse): Promise<void> {
  const shopper = async (login: string) => Caller.signIn(house, house.account(login), await request.newContext());
  const clerk = await Caller.signIn(house, house.account('supplier'));
  const [guest, buyer] = [Caller.of(house, await request.newContext()), await shopper('buyer')];
  const ordered = await placeOrders(house, { guest, buyer, clerk });
  await buyForOrganisation(house, { organisation: await shopper('institution'), clerk });
  const dispute = `/orders/${ordered.received}/disputes/${ordered.dispute}`;
  const { version } = await buyer.get<{ version: number }>(dispute);
  await buyer.post(`${dispute}/steps`, { step: 'escalate' }, version);
  await speakUp(house, { guest, buyer }, ordered.received);
  await deliver(house, clerk);
  await draft(house, clerk);
}

/** A claim on the goods, a review of them, a question, and a word on their lot. */
async function speakUp(house: RunningHouse, { guest, buyer }: Record<'guest' | 'buyer', Caller>, order: string) {
  const [part] = (await buyer.get<OrderAnswer>(`/orders/${order}`)).supplierOrders;
  const [line] = part!.lines;
  await buyer.post(`/orders/${order}/after-sales`, {
    ...{ supplierOrderId: part!.id, kind: 'refundOnly', reason: 'quality', words: '有几颗是坏的' },
    ...{ lines: [{ lineId: line!.id, packs: 1 }], amount: { amount: '100', currency: 'CNY' } },
  });
  const [goods] = await house.rows<{ slug: string; lot: string }>(
    `select product.slug, lot.code as lot from ordering.order_line line join catalogue.sku on sku.id = line.sku_id
       join catalogue.product on product.id = sku.product_id join trace.lot on lot.product_id = product.id
      where line.id = $1 limit 1`,
    [line!.id],
  );
  await buyer.post(`/products/${goods!.slug}/questions`, { words: '冬天怎么存放？' });
  await guest.post(`/lots/${goods!.lot}/feedback`, { kind: 'quality', words: '和标签上写的一样吗？' });
}

/** A household's goods, weighed in and not confirmed yet. */
async function deliver(house: RunningHouse, clerk: Caller) {
  const [last] = await house.rows<{ lotId: string; householdId: string }>(
    `select lot.id as "lotId", delivery.household_id as "householdId" from trace.delivery join trace.lot on lot.id = delivery.lot_id
       join registry.organisation supplier on supplier.id = lot.supplier_id and supplier.reference = 'S092'
      where lot.state = 'open' order by delivery.delivered_on desc limit 1`,
  );
  const [{ today }] = (await house.rows<{ today: string }>(`select current_date::text as today`)) as [
    { today: string },
  ];
  await clerk.post('/supplier/deliveries', { id: randomUUID(), ...last!, grams: 12_000, deliveredOn: today });
}

/** A price for some days, drafted. */
async function draft(house: RunningHouse, clerk: Caller) {
  const [goods] = await house.rows<{ skuId: string; supplier: string }>(
    `select sku_id as "skuId", supplier_id as supplier from catalogue.offer_v
      where supplier_id = (select id from registry.organisation where reference = 'S092') and for_sale limit 1`,
  );
  const [from, until] = [1, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  await clerk.post(`/suppliers/${goods!.supplier}/promotions`, {
    ...{ kind: 'flashPrice', name: { zh: '周末特价', en: 'Weekend price' }, startsAt: from, endsAt: until },
    prices: [{ skuId: goods!.skuId, price: { amount: '1500', currency: 'CNY' }, packsMost: 10 }],
  });
}
