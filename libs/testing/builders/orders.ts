import { randomUUID } from 'node:crypto';
import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import { confirmReceipt, Counter, lines, markOrdersPaid, shipSupplierOrder } from '@xihuo/ordering';
import { applyClaims, openPayment, type Claim } from '@xihuo/payment';
import { Vault, type CommandOptions } from '@xihuo/platform';
import { openLots, recordOwnOutput } from '@xihuo/trace';
import { testMasterKey } from '../template';
import { agreedOnPaper, harvest, workedDays, type Agreed, type Harvest, type HarvestWanted } from './farm';
import { buyingOf, type Buying } from './buying';
import { buyingDesk, type BuyingDesk } from './buying-desk';
import { disputeDesk, type DisputeDesk } from './dispute-desk';
import { asTest } from './field';
import { scaleOf, type Scale } from './scale';
import { CITY, openMarket, type Market, type Offer } from './market';
import { promotionsOf, type Promotions } from './promotions';
import { waysOf, type Ways } from './ways';

export type PlacedOrder = ResponseOf<'POST /orders'>;
type Body = InputOf<'POST /orders'>['body'];

type Picks = InputOf<'POST /supplier/orders/{id}/shipment'>['body']['picks'];

export interface Wanted {
  offer: Offer;
  quantity?: number;
}

/** A market with a counter: orders come out of it in any state they can be in. */
export interface Shop extends Market {
  counter: Counter;
  promotions: Promotions;
  /** By which goods are found. */
  ways: Ways;
  /** Organisations that buy. */
  buying: Buying;
  bodyOf(...wanted: Wanted[]): Body;
  place(body: Body, ask?: Partial<CommandOptions>): Promise<PlacedOrder>;
  /** As another api process would: one process answers its own orders in batches, one after the other. */
  placeElsewhere(body: Body, ask?: Partial<CommandOptions>): Promise<PlacedOrder>;
  placedOrder(...wanted: Wanted[]): Promise<PlacedOrder>;
  /** What the provider would say of the whole amount of an order. */
  claimOf(order: PlacedOrder): Promise<Claim>;
  pay(order: PlacedOrder): Promise<void>;
  paidOrder(...wanted: Wanted[]): Promise<PlacedOrder>;
  /** A lot of the offer's product with so many grams of the supplier's own in it. */
  lot(offer: Offer, grams: bigint): Promise<string>;
  /** A lot of what households delivered under contract; the supplier owes them from now on. */
  harvest(wanted: HarvestWanted): Promise<Harvest>;
  /** A household of the supplier that has worked so many days at a rate. */
  workedDays(supplierId: string, days: number, dailyWageFen: bigint): Promise<string>;
  /** Agreements that were in force before there was a platform; their ids. */
  agreedOnPaper(agreements: readonly Agreed[]): Promise<string[]>;
  /** Its buyers quarrel; files they hand in go to the folder. */
  quarrels(filesFolder: string): Promise<DisputeDesk>;
  /** Organisations buy here, with people in browsers. */
  buyers(): Promise<BuyingDesk>;
  /** What its clerks, households and the platform do with lots. */
  scale(): Scale;
  /** Ships every part of an order, each line from the lot named for its product. */
  ship(order: PlacedOrder, lots: ReadonlyMap<string, string>): Promise<void>;
  shipPart(part: PlacedOrder['supplierOrders'][number], picks: Picks): Promise<void>;
  receive(order: PlacedOrder): Promise<void>;
  /** Paid, shipped from the lot named for each product, received. */
  receivedOrder(lots: ReadonlyMap<string, string>, ...wanted: Wanted[]): Promise<PlacedOrder>;
  /** Lets `days` go by and releases what is due. */
  releaseAfter(days: number): Promise<number>;
}

/** @param settings of PostgreSQL, for this shop's database alone */
export async function openShop(settings: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const market = await openMarket(settings);
  const counter = new Counter(market.database, new Vault(testMasterKey));
  const placeAt =
    (where: Counter): Shop['place'] =>
    (body, ask = {}) =>
      where.place(body, null, { name: 'POST /orders', ...asTest, ...ask });
  const place = placeAt(counter);
  const placeElsewhere = placeAt(new Counter(market.database, new Vault(testMasterKey)));
  const placedOrder: Shop['placedOrder'] = (...wanted) => place(bodyOf(...wanted));
  const pay: Shop['pay'] = (order) => payOrder(market, order);
  const shop: Shop = {
    ...market,
    ...{
      counter,
      bodyOf,
      place,
      placeElsewhere,
      placedOrder,
      pay,
      promotions: promotionsOf(market),
      ways: waysOf(market),
      buying: buyingOf(market),
    },
    claimOf: (order) => claimOf(market, order),
    async paidOrder(...wanted) {
      const order = await placedOrder(...wanted);
      await pay(order);
      return order;
    },
    lot: (offer, grams) => ownLot(market, offer, grams),
    harvest: (wanted) => harvest(shop, wanted),
    workedDays: (...wanted) => workedDays(shop, ...wanted),
    agreedOnPaper: (agreements) => agreedOnPaper(shop, agreements),
    quarrels: (folder) => disputeDesk(shop, folder),
    buyers: () => buyingDesk(shop),
    scale: () => scaleOf(shop),
    ship: (order, lots) => shipOrder(shop, order, lots),
    shipPart: (part, picks) =>
      market.does((tx) =>
        shipSupplierOrder(
          tx,
          part.id,
          [part.supplier.id],
          { carrier: '示例快递', trackingNumber: 'SL1', picks },
          'test',
        ),
      ),
    receive: (order) => receiveOrder(market, order),
    async receivedOrder(lots, ...wanted) {
      const order = await shop.paidOrder(...wanted);
      await shop.ship(order, lots);
      await shop.receive(order);
      return order;
    },
    async releaseAfter(days) {
      await market.setClock(`${days} days`);
      return market.does(lines.releaseDue);
    },
  };
  return shop;
}

function bodyOf(...wanted: Wanted[]): Body {
  return {
    lines: wanted.map(({ offer, quantity = 1 }) => ({ skuId: offer.skuId, quantity })),
    delivery: { regionCode: CITY, address: '示例路100号3单元', name: '示例顾客', phone: '10012345678' },
  };
}

async function claimOf({ does }: Market, order: PlacedOrder): Promise<Claim> {
  const legs = order.supplierOrders.map((part) => ({
    supplierOrderId: part.id,
    supplierId: part.supplier.id,
    amountFen: money.fromWire(part.amount),
  }));
  const payment = await does((tx) => openPayment(tx, { orderId: order.id, orderNumber: order.number }, 'test', legs));
  return {
    paymentRef: `pi_${payment.id}`,
    paymentId: payment.id,
    orderId: order.id,
    state: 'captured',
    capturedFen: money.fromWire(order.amount),
    currency: 'CNY',
  };
}

async function payOrder(market: Market, order: PlacedOrder): Promise<void> {
  const claim = await claimOf(market, order);
  await market.does(async (tx) => {
    const moved = await applyClaims(tx, [claim]);
    must(moved.size === 1, 'the payment is captured');
    await markOrdersPaid(tx, [order.id]);
  });
}

async function ownLot({ does }: Market, offer: Offer, grams: bigint): Promise<string> {
  const code = `LOT-${randomUUID().slice(0, 13).toUpperCase()}`;
  const { supplierId, productId } = offer;
  return does(async (tx) => {
    const lots = await openLots(tx, [{ code, supplierId, productId, producedOn: '2026-11-01', breakdownPublic: true }]);
    const lotId = lots.get(code)!;
    if (grams > 0n) await recordOwnOutput(tx, [{ lotId, grams, recordedOn: '2026-11-01' }]);
    return lotId;
  });
}

async function shipOrder(
  { rows, shipPart }: Shop,
  order: PlacedOrder,
  lots: ReadonlyMap<string, string>,
): Promise<void> {
  const sent = await rows<{
    id: string;
    product_id: string;
    quantity: number;
    supplier_order_id: string;
    supplier_id: string;
  }>('select id, product_id, quantity, supplier_order_id, supplier_id from ordering.order_line_v where order_id = $1', [
    order.id,
  ]);
  for (const part of order.supplierOrders) {
    const picks = sent
      .filter((line) => line.supplier_order_id === part.id)
      .map((line) => ({ lineId: line.id, lotId: lots.get(line.product_id)!, packs: line.quantity }));
    await shipPart(part, picks);
  }
}

async function receiveOrder({ does }: Market, order: PlacedOrder): Promise<void> {
  for (const part of order.supplierOrders) {
    await does((tx) => confirmReceipt(tx, order.id, part.id, { personId: null, token: order.token }));
  }
}
