import type { RunningHouse } from '../journeys/running-house';
import type { Caller } from './caller';

/** Orders of the buyer, and one of a guest. */
export interface Ordered {
  readonly unpaid: string;
  /** Sent, and complained of before the platform. */
  readonly received: string;
  readonly dispute: string;
  /** Paid, with a pack of it called off. */
  readonly claimed: string;
  readonly guestOrder: { readonly id: string; readonly token: string; readonly number: string };
}

interface Goods {
  readonly sku: string;
  readonly lot: string;
}

export interface OrderAnswer {
  id: string;
  number: string;
  token: string;
  supplierOrders: { id: string; state: string; lines: { id: string; quantity: number }[] }[];
}

const DELIVERY = { regionCode: '310101', address: '示例路100号2单元301', name: '张示例', phone: '13900000000' };

/** Something of the demonstration supplier that lies in a lot it ships from. */
const OWN_GOODS = `
  select offer.sku_id as sku, lot.id as lot
    from catalogue.offer_v offer join trace.lot on (lot.supplier_id, lot.product_id) = (offer.supplier_id, offer.product_id)
    join identity.role_grant held on held.organisation_id = offer.supplier_id
    join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
   where offer.for_sale and offer.stock_state = 'inStock' and lot.state = 'open' and lot.received_grams - lot.shipped_grams > 100000
   order by offer.slug, offer.sku_id, lot.code limit 1`;

export async function placeOrders(
  house: RunningHouse,
  { guest, buyer, clerk }: { guest: Caller; buyer: Caller; clerk: Caller },
): Promise<Ordered> {
  const [goods] = await house.rows<Goods>(OWN_GOODS);
  const order = (who: Caller) =>
    who.post<OrderAnswer>('/orders', { lines: [{ skuId: goods!.sku, quantity: 2 }], delivery: DELIVERY });
  const { id: unpaid } = await order(buyer);
  const { id: claimed } = await order(buyer);
  const { id: received } = await order(buyer);
  for (const id of [claimed, received]) await pay(house, buyer, id);
  await callOff(buyer, claimed);
  await sendAll(house, clerk, received, goods!.lot);
  return { unpaid, claimed, received, dispute: await complain(buyer, received), guestOrder: await order(guest) };
}

/** At the sandbox's cashier, until the house has heard of it. */
async function pay(house: RunningHouse, buyer: Caller, id: string): Promise<void> {
  const { action } = await buyer.post<{ action: { url: string } }>(`/orders/${id}/payment`, {});
  const cashier = new URL(action.url);
  const fields = new URLSearchParams(cashier.search);
  fields.set('choice', 'succeed');
  const answer = await fetch(cashier.origin + cashier.pathname, { method: 'POST', body: fields, redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`The cashier answered ${answer.status}: ${await answer.text()}`);
  await house.until(1, `select count(*) from ordering.customer_order where id = $1 and state = 'paid'`, [id]);
}

async function callOff(buyer: Caller, id: string): Promise<void> {
  const [part] = (await buyer.get<OrderAnswer>(`/orders/${id}`)).supplierOrders;
  await buyer.post(`/orders/${id}/after-sales`, {
    ...{ supplierOrderId: part!.id, kind: 'cancel', reason: 'changedMind' },
    lines: [{ lineId: part!.lines[0]!.id, packs: 1 }],
  });
}

async function complain(buyer: Caller, id: string): Promise<string> {
  const [part] = (await buyer.get<OrderAnswer>(`/orders/${id}`)).supplierOrders;
  const made = await buyer.post<{ id: string }>(`/orders/${id}/disputes`, {
    ...{ supplierOrderId: part!.id, kind: 'damaged', words: '外箱压坏，里面烂了一半' },
    lines: [{ lineId: part!.lines[0]!.id, amount: { amount: '100', currency: 'CNY' } }],
  });
  return made.id;
}

/** Every part of an order leaves in one parcel, out of one lot. */
export async function sendAll(house: RunningHouse, clerk: Caller, order: string, lot: string): Promise<void> {
  const parts = await house.rows<{ part: string; line: string; packs: number }>(
    `select part.id as part, line.id as line, line.quantity as packs
       from ordering.supplier_order part join ordering.order_line line on line.supplier_order_id = part.id
      where part.order_id = $1`,
    [order],
  );
  for (const { part, line, packs } of parts)
    await clerk.post(`/supplier/orders/${part}/shipment`, {
      ...{ carrier: '示例快递', trackingNumber: 'SL2026112300001' },
      picks: [{ lineId: line, lotId: lot, packs }],
    });
}
