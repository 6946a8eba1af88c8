import { time } from '@xihuo/kernel';
import type { Log, Notices, Tx, Vault } from '@xihuo/platform';
import { ORDER_MESSAGES, type Message } from '../rules/order-messages';
import { yuan } from '../rules/yuan';
import { phoneOf } from '../store/delivery-cell';
import {
  paymentsBack,
  toldMissingPapers,
  toldOrders,
  toldParcels,
  toldParts,
  toldSellers,
} from '../store/told-orders.sql';

export interface TellingTools {
  readonly vault: Vault;
  readonly notices: Notices;
  readonly log: Pick<Log, 'error'>;
}

interface ToldBuyer {
  readonly order_id: string;
  readonly buyers: readonly string[];
  readonly is_guest: boolean;
  readonly delivery_sealed: Buffer;
}

/** What is told to one order's buyer; `texted` where a guest, who has no account to look into, must not miss it. */
interface Told {
  readonly to: ToldBuyer;
  readonly key: string;
  readonly message: Message;
  readonly texted: boolean;
}

/** However many are told, one insert of notices and one of messages. */
async function tellBuyers(tx: Tx, { vault, notices, log }: TellingTools, all: readonly Told[]): Promise<void> {
  await notices.tellEach(
    tx,
    all.flatMap(({ to, key, message }) =>
      to.buyers.map((personId) => ({ personId, key, ...message, about: `order:${to.order_id}` })),
    ),
  );
  await notices.smsEach(
    tx,
    all.flatMap(({ to, key, message: { title, body }, texted }) => {
      if (!to.is_guest || !texted) return [];
      const phone = phoneOf(vault, to);
      if (phone === null) log.error({ orderId: to.order_id }, 'the phone of an order does not open');
      return phone === null ? [] : [{ key, phone, text: `${title.zh}：${body.zh}` }];
    }),
  );
}

export type OrderNews = 'paid' | 'cancelled' | 'paidTooLate' | 'paidTwice' | 'openedAgain';

/** What guests hear by SMS too: money that went another way than they think. What they just did themselves they know. */
const TEXTED: ReadonlySet<OrderNews> = new Set(['paidTooLate', 'paidTwice', 'openedAgain']);

/** Tells buyers what became of whole orders. What is owed on terms is told of where it is owed, and nothing of it here. */
export async function tellOfOrders(
  tx: Tx,
  tools: TellingTools,
  news: OrderNews,
  orderIds: readonly string[],
): Promise<void> {
  const orders = (await tx.sql(toldOrders, [orderIds])).filter((order) => !order.on_terms);
  await tellBuyers(
    tx,
    tools,
    orders.map((to) => ({
      ...{ to, key: `order.${news}:${to.order_id}`, texted: TEXTED.has(news) },
      message: ORDER_MESSAGES[news](to.order_number, yuan(to.amount_fen)),
    })),
  );
}

/** Tells buyers that a payment which could not be kept has gone back: once, when the last part of it has. */
export async function tellOfMoneyBack(
  tx: Tx,
  tools: TellingTools,
  payments: readonly { readonly paymentId: string; readonly orderId: string }[],
): Promise<void> {
  const back = await tx.sql(paymentsBack, [payments.map(({ paymentId }) => paymentId)]);
  const orderOf = new Map(payments.map(({ paymentId, orderId }) => [paymentId, orderId]));
  const orders = await tx.sql(toldOrders, [back.map((row) => orderOf.get(row.payment_id))]);
  const byId = new Map(orders.map((order) => [order.order_id, order]));
  await tellBuyers(
    tx,
    tools,
    back.flatMap(({ payment_id: paymentId, amount_fen: fen }) => {
      const to = byId.get(orderOf.get(paymentId)!);
      if (!to) return [];
      const message = ORDER_MESSAGES.moneyBack(to.order_number, yuan(fen));
      return [{ to, key: `payment.back:${paymentId}`, message, texted: false }];
    }),
  );
}

/**
 * Tells suppliers that there is something to send: each once for all of these orders together, since a rush of ten thousand orders is
 * no ten thousand pieces of news.
 *
 * @param key told twice under one key, it is told once
 */
export async function tellSellersToShip(
  tx: Tx,
  { notices }: Pick<TellingTools, 'notices'>,
  orderIds: readonly string[],
  key: string,
): Promise<void> {
  const all = await tx.sql(toldSellers, [orderIds]);
  await notices.tellEach(
    tx,
    all.flatMap(({ sellers, orders, packs, order_number: number }) =>
      sellers.map((personId) => ({
        ...{ personId, key: `orders.toShip:${key}`, about: 'orders:waiting' },
        ...ORDER_MESSAGES.toShip(orders, packs, number),
      })),
    ),
  );
}

/** Tells buyers of parcels that left or came. One that goes to a counter is told of by the counter when it has come. */
export async function tellOfParcels(
  tx: Tx,
  tools: TellingTools,
  news: 'shipped' | 'delivered',
  shipmentIds: readonly string[],
): Promise<void> {
  const parcels = (await tx.sql(toldParcels, [shipmentIds])).filter(
    (parcel) => news === 'shipped' || !parcel.is_pickup,
  );
  await tellBuyers(
    tx,
    tools,
    parcels.map((to) => {
      const parcel = `${to.carrier} ${to.tracking_number}`;
      const delivered = to.is_replacement ? ORDER_MESSAGES.replacementDelivered : ORDER_MESSAGES.delivered;
      const message =
        news === 'shipped'
          ? ORDER_MESSAGES.shipped(to.order_number, parcel, to.is_last)
          : delivered(to.order_number, parcel);
      return { to, key: `parcel.${news}:${to.shipment_id}`, message, texted: news === 'shipped' };
    }),
  );
}

/** Tells both sides that parts were received, by the buyer's word or since the term is over: suppliers once for all of theirs. */
export async function tellOfReceipts(
  tx: Tx,
  { notices }: Pick<TellingTools, 'notices'>,
  partIds: readonly string[],
  key: string,
): Promise<void> {
  const parts = await tx.sql(toldParts, [partIds]);
  const bySupplier = new Map<string, typeof parts>();
  for (const part of parts) bySupplier.set(part.supplier_id, [...(bySupplier.get(part.supplier_id) ?? []), part]);
  await notices.tellEach(tx, [
    ...parts.flatMap(({ buyers, supplier_order_id: id, order_id: orderId, order_number: number, release_due: due }) =>
      buyers.map((personId) => ({
        ...{ personId, key: `part.received:${id}`, about: `order:${orderId}` as const },
        ...ORDER_MESSAGES.received(number, due && time.businessDate(due)),
      })),
    ),
    ...[...bySupplier.values()].flatMap((theirs) =>
      theirs[0]!.sellers.map((personId) => ({
        ...{ personId, key: `orders.received:${key}`, about: `part:${theirs[0]!.supplier_order_id}` as const },
        ...ORDER_MESSAGES.theyReceived(theirs.length, theirs[0]!.order_number),
      })),
    ),
  ]);
}

/** Tells suppliers which papers whoever accepted their goods has missed. */
export async function tellOfMissingPapers(
  tx: Tx,
  { notices }: Pick<TellingTools, 'notices'>,
  partIds: readonly string[],
): Promise<void> {
  const parts = await tx.sql(toldMissingPapers, [partIds]);
  await notices.tellEach(
    tx,
    parts.flatMap(({ sellers, supplier_order_id: id, order_number: number, organisation_name: name, missing }) =>
      sellers.map((personId) => ({
        ...{ personId, key: `papers.missing:${id}`, about: `part:${id}` as const },
        ...ORDER_MESSAGES.papersMissing(number, name, missing),
      })),
    ),
  );
}
