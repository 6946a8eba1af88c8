import type { RunningHouse } from '../journeys/running-house';
import type { Caller } from './caller';
import { sendAll } from './orders';

/** What an organisation has bought. */
export interface Bought {
  readonly organisation: string;
  /** Sent and accepted. */
  readonly purchase: string;
  /** An invoice it asked for. */
  readonly invoice: string;
}

interface Goods {
  readonly sku: string;
  readonly lot: string;
  readonly packs: number;
}
interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly sites: { readonly id: string }[];
}
type Money = { amount: string; currency: 'CNY' };

/** Of the demonstration supplier, by the fewest an organisation orders. */
const GOODS = `
  select offer.sku_id as sku, lot.id as lot, offer.minimum_order_packs as packs
    from catalogue.offer_v offer join trace.lot on (lot.supplier_id, lot.product_id) = (offer.supplier_id, offer.product_id)
    join identity.role_grant held on held.organisation_id = offer.supplier_id
    join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
   where offer.for_sale and offer.stock_state = 'inStock' and lot.state = 'open'
   order by lot.received_grams - lot.shipped_grams desc, offer.price_fen * offer.minimum_order_packs limit 1`;

/** It pays later, so that what it ordered leaves at once. */
const ON_TERMS = `
  update ordering.business_account set payment = 'onTerms', term_days = 30
   where organisation_id = $1 and payment <> 'onTerms'`;

export async function buyForOrganisation(
  house: RunningHouse,
  { organisation: buyer, clerk }: { organisation: Caller; clerk: Caller },
): Promise<Bought> {
  const [goods] = await house.rows<Goods>(GOODS);
  const { data } = await buyer.get<{ data: Organisation[] }>('/me/organisations');
  const { id: organisation, sites } = data[0]!;
  await house.rows(ON_TERMS, [organisation]);
  const line = { skuId: goods!.sku, quantity: goods!.packs };
  const siteId = sites[0]!.id;
  const quote = await buyer.post<{ amount: Money; lines: { unitPrice: Money }[] }>(
    `/organisations/${organisation}/purchase-quotes`,
    { siteId, lines: [line] },
  );
  const { id: purchase } = await buyer.post<{ id: string }>(`/organisations/${organisation}/purchase-orders`, {
    ...{ siteId, total: quote.amount, lines: [{ ...line, unitPrice: quote.lines[0]!.unitPrice }] },
  });
  const { order } = await buyer.get<{ order: { id: string; supplierOrders: { id: string }[] } }>(
    `/purchase-orders/${purchase}`,
  );
  await sendAll(house, clerk, order.id, goods!.lot);
  const part = order.supplierOrders[0]!.id;
  await buyer.post(`/purchase-orders/${purchase}/acceptances`, { supplierOrderId: part, papers: { missing: '' } });
  return { organisation, purchase, invoice: await askInvoice(buyer, data[0]!, part) };
}

async function askInvoice(
  buyer: Caller,
  { id: organisation, name, uscc }: Organisation,
  part: string,
): Promise<string> {
  const month = new Intl.DateTimeFormat('sv', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
  }).format();
  const { data } = await buyer.get<{ data: { amount: Money; parts: { supplierOrderId: string }[] }[] }>(
    `/organisations/${organisation}/invoiceable/${month}`,
  );
  const from = data.find(({ parts }) => parts.some(({ supplierOrderId }) => supplierOrderId === part))!;
  const asked = await buyer.post<{ id: string }>(`/organisations/${organisation}/invoice-requests`, {
    ...{ month, kind: 'ordinary', title: name, taxpayerNumber: uscc, amount: from.amount },
    supplierOrderIds: from.parts.map(({ supplierOrderId }) => supplierOrderId),
  });
  return asked.id;
}
