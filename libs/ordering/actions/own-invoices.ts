import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { newId, pageOf, placeIn, type Database, type DownloadedFile, type Files, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { daysAfter, payerFaults } from '../rules/business/invoice';
import {
  insertOwnRequests,
  invoiceableOfOrder,
  lockRequest,
  requestsOfOrder,
  requestsOfPerson,
} from '../store/business/invoice.sql';
import { wakeRequests } from '../store/business/told-invoices.sql';
import { wire } from '../store/business/views';
import { paperFile } from './business/invoices/invoice-files';
import { stepInvoice } from './business/invoices/move-invoice';
import { invoiceView, summaryOf } from './business/invoices/view-invoices';
import { rowsOf } from './business/members';
import { loadOrder, type OrderAccess } from './view-order';

type OwnInvoices = ResponseOf<'GET /orders/{id}/invoices'>;

/** An order that somebody bought for themselves; what an organisation bought is invoiced by the month. @throws ProblemError NOT_FOUND */
async function ownOrder(where: Database | Tx, orderId: string, access: OrderAccess): Promise<void> {
  const order = await loadOrder(where, orderId, access);
  if (order.organisation_id !== null) throw fail('NOT_FOUND');
}

/** What was asked to be invoiced of an order, and what may still be. @throws ProblemError NOT_FOUND */
export async function viewOwnInvoices(
  where: Database | Tx,
  orderId: string,
  access: OrderAccess,
): Promise<OwnInvoices> {
  await ownOrder(where, orderId, access);
  const requests = await rowsOf(where, requestsOfOrder, [orderId]);
  const parts = await rowsOf(where, invoiceableOfOrder, [orderId]);
  return {
    data: requests.map((row) => ({ supplierOrderId: row.items[0]!.supplierOrderId, invoice: invoiceView(row) })),
    open: parts
      .filter((part) => !part.is_asked)
      .map((part) => ({
        supplierOrderId: part.supplier_order_id,
        supplierName: part.supplier_name,
        amount: wire(part.fen),
      })),
  };
}

/** All invoices an account asked for of what it bought for itself. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listOwnInvoices(
  database: Pick<Database, 'read'>,
  personId: string,
  { cursor, limit }: InputOf<'GET /me/invoices'>['query'],
): Promise<ResponseOf<'GET /me/invoices'>> {
  const rows = await database.read(requestsOfPerson, [personId, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({ orderId: row.order_id, orderNumber: row.order_number, invoice: summaryOf(row) }),
  );
}

/**
 * Asks for an invoice over parts of an order, one of each supplier, over all that is left of the part when it is issued. It may be asked
 * before the payment: the supplier hears of it once it is paid.
 *
 * @throws ProblemError NOT_FOUND, INVALID_INPUT, INVOICE_ASKED, RATE_LIMITED (extra: retryAfterSeconds)
 */
export async function askOwnInvoices(
  tx: Tx,
  orderId: string,
  access: OrderAccess,
  { supplierOrderIds, title, taxpayerNumber }: InputOf<'POST /orders/{id}/invoices'>['body'],
): Promise<OwnInvoices> {
  tx.attempt({ action: 'invoice.ask', subjectKind: 'order', subjectId: orderId });
  await ownOrder(tx, orderId, access);
  const errors =
    taxpayerNumber === undefined ? [] : payerFaults({ ...NO_BANK, kind: 'ordinary', title, taxpayerNumber });
  if (errors.length > 0) throw fail('INVALID_INPUT', { errors });
  const all = await tx.sql(invoiceableOfOrder, [orderId]);
  const parts = all.filter((part) => supplierOrderIds.includes(part.supplier_order_id));
  if (parts.length < new Set(supplierOrderIds).size)
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/supplierOrderIds', code: 'NOT_OF_ORDER', message: 'parts of the order that stay bought' }],
    });
  if (parts.some((part) => part.is_asked)) throw fail('INVOICE_ASKED');
  await mustNotFlood(tx, orderId, parts.length, all.length);
  const today = time.businessDate(tx.now);
  const ids = parts.map(() => newId());
  await tx
    .sql(insertOwnRequests, [
      ids,
      parts.map((part) => part.supplier_id),
      parts.map((part) => part.supplier_order_id),
      parts.map((part) => part.fen.toString()),
      ...[today.slice(0, 7), taxpayerNumber === undefined ? 'person' : 'company', title, taxpayerNumber ?? ''],
      ...[access.personId, tx.now, daysAfter(today, await policyOn(tx, 'purchase.invoiceIssueDays', today))],
    ])
    .catch(refuseAsked);
  for (const id of ids) tx.emit('invoiceMoved', { requestId: id, news: 'ask' });
  tx.audit({ action: 'invoice.ask', subjectKind: 'order', subjectId: orderId, after: { requests: ids } });
  return viewOwnInvoices(tx, orderId, access);
}

/** Asked, taken back and asked anew its sellers hear of it each time: three times a part in a day is enough. */
async function mustNotFlood(tx: Tx, orderId: string, wanted: number, parts: number): Promise<void> {
  const since = time.addHours(tx.now, -24);
  const recent = (await tx.sql(requestsOfOrder, [orderId])).filter(({ requested_at: at }) => at > since);
  if (recent.length + wanted <= 3 * parts) return;
  const free = Math.min(...recent.map(({ requested_at: at }) => at.getTime())) - since.getTime();
  throw fail('RATE_LIMITED', { extra: { retryAfterSeconds: Math.max(1, Math.ceil(free / 1_000)) } });
}

/** The payment of orders wakes what was asked with them: from now on its suppliers have their days, and hear of it. */
export async function wakeOwnInvoices(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const today = time.businessDate(tx.now);
  const due = daysAfter(today, await policyOn(tx, 'purchase.invoiceIssueDays', today));
  for (const { id } of await tx.sql(wakeRequests, [orderIds, due]))
    tx.emit('invoiceMoved', { requestId: id, news: 'ask' });
}

const NO_BANK = { address: '', phone: '', bankName: '', bankAccount: '' };

/** Somebody else asked for a part between the look and the asking. */
function refuseAsked(error: { constraint?: string }): never {
  if (error.constraint === 'invoice_item_once') throw fail('INVOICE_ASKED');
  throw error;
}

/**
 * Takes back what is not answered, or says what is wrong with what was issued: silence would confirm it.
 *
 * @throws ProblemError NOT_FOUND, INVOICE_STATE
 */
export async function moveOwnInvoice(
  tx: Tx,
  { id: orderId, requestId }: { id: string; requestId: string },
  access: OrderAccess,
  step: { event: 'withdraw' } | { event: 'contest'; reason: string },
): Promise<OwnInvoices> {
  tx.attempt({ action: `invoice.${step.event}`, subjectKind: 'invoiceRequest', subjectId: requestId });
  await requestOf(tx, orderId, requestId, access);
  const [held] = await tx.sql(lockRequest, [requestId]);
  await stepInvoice(tx, { id: requestId, state: held!.state, ...step });
  return viewOwnInvoices(tx, orderId, access);
}

/** @throws ProblemError NOT_FOUND */
export async function readOwnInvoiceFile(
  { database, files }: { database: Database; files: Files },
  { id: orderId, requestId, paperId }: { id: string; requestId: string; paperId: string },
  access: OrderAccess,
): Promise<DownloadedFile> {
  await requestOf(database, orderId, requestId, access);
  return paperFile({ database, files }, { id: requestId, paperId });
}

async function requestOf(where: Database | Tx, orderId: string, requestId: string, access: OrderAccess): Promise<void> {
  await ownOrder(where, orderId, access);
  const requests = await rowsOf(where, requestsOfOrder, [orderId]);
  if (!requests.some(({ id }) => id === requestId)) throw fail('NOT_FOUND');
}
