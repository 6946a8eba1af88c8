import { defineConsumer, NOTICES, VAULT, type Kit, type Notices, type Vault } from '@xihuo/platform';
import { wakeOwnInvoices } from '../actions/own-invoices';
import {
  tellOfMissingPapers,
  tellOfMoneyBack,
  tellOfOrders,
  tellOfParcels,
  tellOfReceipts,
  tellSellersToShip,
} from '../actions/tell-of-orders';

/** Who hears what becomes of orders, parcels and receipts. */

const toolsOf = (kit: Kit) => ({
  ...{ vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES), log: kit.log },
});
const orderIds = (events: readonly { payload: { orderId: string } }[]) => events.map(({ payload }) => payload.orderId);

export const onOrderPaid = defineConsumer({
  consumer: 'ordering.tellOfPaid',
  event: 'orderPaid',
  async handle(tx, events, kit) {
    await tellOfOrders(tx, toolsOf(kit), 'paid', orderIds(events));
    await tellSellersToShip(tx, toolsOf(kit), orderIds(events), events[0]!.id);
    await wakeOwnInvoices(tx, orderIds(events));
  },
});

/** Goods on terms leave before they are paid: what is issued is to be sent. */
export const onIssuedToShip = defineConsumer({
  consumer: 'ordering.tellOfIssued',
  event: 'purchaseIssued',
  handle: (tx, events, kit) => tellSellersToShip(tx, toolsOf(kit), orderIds(events), events[0]!.id),
});

export const onOrderCancelled = defineConsumer({
  consumer: 'ordering.tellOfCancelled',
  event: 'orderCancelled',
  handle: (tx, events, kit) => tellOfOrders(tx, toolsOf(kit), 'cancelled', orderIds(events)),
});

export const onOrderPaidLate = defineConsumer({
  consumer: 'ordering.tellOfPaidLate',
  event: 'orderPaidLate',
  async handle(tx, events, kit) {
    const ended = (end: 'openedAgain' | 'paidTooLate' | 'paidTwice') =>
      orderIds(events.filter(({ payload }) => payload.end === end));
    await tellOfOrders(tx, toolsOf(kit), 'openedAgain', ended('openedAgain'));
    await tellOfOrders(tx, toolsOf(kit), 'paidTooLate', ended('paidTooLate'));
    await tellOfOrders(tx, toolsOf(kit), 'paidTwice', ended('paidTwice'));
  },
});

/** Money that could not be kept, and is back. */
export const onUnmatchedBack = defineConsumer({
  consumer: 'ordering.tellOfUnmatchedBack',
  event: 'refundSucceeded',
  handle: (tx, events, kit) =>
    tellOfMoneyBack(
      tx,
      toolsOf(kit),
      events
        .filter(({ payload }) => payload.sourceKind === 'unmatched')
        .map(({ payload: { sourceId: paymentId, orderId } }) => ({ paymentId, orderId })),
    ),
});

export const onParcelShipped = defineConsumer({
  consumer: 'ordering.tellOfShipped',
  event: 'parcelShipped',
  handle: (tx, events, kit) =>
    tellOfParcels(
      tx,
      toolsOf(kit),
      'shipped',
      events.map(({ payload }) => payload.shipmentId),
    ),
});

export const onParcelDelivered = defineConsumer({
  consumer: 'ordering.tellOfDelivered',
  event: 'parcelDelivered',
  handle: (tx, events, kit) =>
    tellOfParcels(
      tx,
      toolsOf(kit),
      'delivered',
      events.map(({ payload }) => payload.shipmentId),
    ),
});

export const onPartReceived = defineConsumer({
  consumer: 'ordering.tellOfReceived',
  event: 'supplierOrderReceived',
  handle: (tx, events, kit) =>
    tellOfReceipts(
      tx,
      toolsOf(kit),
      events.map(({ payload }) => payload.supplierOrderId),
      events[0]!.id,
    ),
});

export const onPapersMissing = defineConsumer({
  consumer: 'ordering.tellOfMissingPapers',
  event: 'papersMissing',
  handle: (tx, events, kit) =>
    tellOfMissingPapers(
      tx,
      toolsOf(kit),
      events.map(({ payload }) => payload.supplierOrderId),
    ),
});
