import { fail, machines } from '@xihuo/contract';
import { states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { daysAfter } from '../../../rules/business/invoice';
import { freeItems, lockRequest, stepRequest } from '../../../store/business/invoice.sql';
import { invoiceFor, type InvoiceReader } from './view-invoices';

type State = machines.invoicing.InvoiceState;
type Event = machines.invoicing.InvoiceEvent;

/** Who acts next, and by when: the supplier answers, the buyer checks. */
const TERMS: Partial<Record<State, 'purchase.invoiceIssueDays' | 'purchase.invoiceCheckDays'>> = {
  requested: 'purchase.invoiceIssueDays',
  contested: 'purchase.invoiceIssueDays',
  issued: 'purchase.invoiceCheckDays',
};

/** Holds a request that the reader acts on. @throws ProblemError NOT_FOUND, DUTY_MISSING */
export async function holdInvoice(
  tx: Tx,
  id: string,
  { action, reader, side }: { action: string; reader: InvoiceReader; side: 'buyer' | 'supplier' },
): Promise<{ state: State; supplierId: string }> {
  tx.attempt({ action, subjectKind: 'invoiceRequest', subjectId: id });
  const supplierIds = side === 'supplier' ? reader.supplierIds : [];
  const row = await invoiceFor(tx, id, { ...reader, supplierIds });
  // A buyer of the same organisation is no supplier of it.
  if (side === 'supplier' && !supplierIds.includes(row.supplier_id)) throw fail('NOT_FOUND');
  const [held] = await tx.sql(lockRequest, [id]);
  return { state: held!.state, supplierId: held!.supplier_id };
}

/** Takes one step of a request that is held. @throws ProblemError INVOICE_STATE (extra: state) */
export async function stepInvoice(
  tx: Tx,
  { id, state, event, reason = null }: { id: string; state: State; event: Event; reason?: string | null },
): Promise<State> {
  const next = states.transition(machines.invoicing.invoiceStates, state, event);
  if (next === null) throw fail('INVOICE_STATE', { extra: { state } });
  const today = time.businessDate(tx.now);
  const term = TERMS[next];
  const due = term ? daysAfter(today, await policyOn(tx, term, today)) : null;
  await tx.sql(stepRequest, [id, next, due, reason]);
  if (next === 'declined' || next === 'withdrawn') await tx.sql(freeItems, [id]);
  tx.emit('invoiceMoved', { requestId: id, news: event });
  tx.audit({
    action: `invoice.${event}`,
    subjectKind: 'invoiceRequest',
    subjectId: id,
    before: { state },
    after: { state: next, reason },
  });
  return next;
}

/** What the buyer says: takes it back, has checked it, or it is wrong. @throws ProblemError NOT_FOUND, DUTY_MISSING, INVOICE_STATE */
export async function moveInvoiceAsBuyer(
  tx: Tx,
  id: string,
  reader: InvoiceReader,
  { event, reason }: { event: 'withdraw' | 'confirm' | 'contest'; reason?: string },
): Promise<void> {
  const { state } = await holdInvoice(tx, id, { action: `invoice.${event}`, reader, side: 'buyer' });
  await stepInvoice(tx, { id, state, event, ...(reason === undefined ? {} : { reason }) });
}

/** @throws ProblemError NOT_FOUND, INVOICE_STATE */
export async function declineInvoice(tx: Tx, id: string, reader: InvoiceReader, reason: string): Promise<void> {
  const { state } = await holdInvoice(tx, id, { action: 'invoice.decline', reader, side: 'supplier' });
  await stepInvoice(tx, { id, state, event: 'decline', reason });
}
