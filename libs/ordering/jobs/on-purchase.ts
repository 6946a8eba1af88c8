import { command, defineConsumer, defineJob, NOTICES, type Kit, type Notices } from '@xihuo/platform';
import { REMIND_BATCH, remindReceivables } from '../actions/business/remind-receivables';
import { tellOfUnused } from '../actions/business/tell-of-transfers';
import { tellOfPurchases } from '../actions/business/tell-of-purchases';

const noticesOf = (kit: Kit) => kit.get<Notices>(NOTICES);

export const onPurchaseWaits = defineConsumer({
  consumer: 'ordering.onPurchaseWaits',
  event: 'purchaseWaits',
  handle: (tx, events, kit) =>
    tellOfPurchases(
      tx,
      noticesOf(kit),
      events.map(({ id, payload }) => ({
        ...{ eventId: id, purchaseOrderId: payload.purchaseOrderId, news: { waits: payload.level } },
      })),
    ),
});

export const onPurchaseIssued = defineConsumer({
  consumer: 'ordering.onPurchaseIssued',
  event: 'purchaseIssued',
  handle: (tx, events, kit) =>
    tellOfPurchases(
      tx,
      noticesOf(kit),
      events.map(({ id, payload }) => ({ eventId: id, purchaseOrderId: payload.purchaseOrderId, news: 'issued' })),
    ),
});

export const onPurchaseEnded = defineConsumer({
  consumer: 'ordering.onPurchaseEnded',
  event: 'purchaseEnded',
  handle: (tx, events, kit) =>
    tellOfPurchases(
      tx,
      noticesOf(kit),
      events.map(({ id, payload }) => ({ eventId: id, purchaseOrderId: payload.purchaseOrderId, news: 'ended' })),
    ),
});

export const onTransferUnused = defineConsumer({
  consumer: 'ordering.onTransferUnused',
  event: 'transferUnused',
  handle: (tx, events, kit) =>
    tellOfUnused(
      tx,
      noticesOf(kit),
      events.map(({ payload }) => payload.transferId),
    ),
});

const by = {
  actor: { kind: 'system', name: 'ordering.remindReceivables' },
  requestId: 'ordering.remindReceivables',
} as const;

/** Reminds of what organisations have to pay, batch by batch until nobody is left to be reminded. */
export const remindReceivablesJob = defineJob({
  name: 'ordering.remindReceivables',
  every: 600_000,
  async run(kit: Kit) {
    for (let told = REMIND_BATCH; told === REMIND_BATCH;) {
      const ask = { name: 'ordering.remindReceivables', ...by };
      told = (await command(kit.database, ask, (tx) => remindReceivables(tx, noticesOf(kit)))).view;
    }
  },
});
