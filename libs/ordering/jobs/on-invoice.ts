import { command, defineConsumer, defineJob, NOTICES, type Kit, type Notices, type Tx } from '@xihuo/platform';
import { confirmSilentInvoices, INVOICE_BATCH, tellOfLateInvoices } from '../actions/business/invoices/follow-invoices';
import { tellOfInvoices } from '../actions/business/invoices/tell-of-invoices';

const noticesOf = (kit: Kit) => kit.get<Notices>(NOTICES);

export const onInvoiceMoved = defineConsumer({
  consumer: 'ordering.onInvoiceMoved',
  event: 'invoiceMoved',
  handle: (tx, events, kit) =>
    tellOfInvoices(
      tx,
      noticesOf(kit),
      events.map(({ id, payload }) => ({ eventId: id, ...payload })),
    ),
});

const NAME = 'ordering.followInvoices';
const ask = { name: NAME, actor: { kind: 'system', name: NAME }, requestId: NAME } as const;

/** What silence means for invoices: to the buyer that they are right, to the supplier that it is late. */
export const followInvoicesJob = defineJob({
  name: NAME,
  every: 600_000,
  async run(kit: Kit) {
    const works = [confirmSilentInvoices, (tx: Tx) => tellOfLateInvoices(tx, noticesOf(kit))];
    for (const work of works)
      for (let done = INVOICE_BATCH; done === INVOICE_BATCH;)
        done = (await command(kit.database, ask, (tx) => work(tx))).view;
  },
});
