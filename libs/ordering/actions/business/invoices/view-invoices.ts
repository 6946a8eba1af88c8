import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { startOfMonth } from '../../../rules/business/invoice';
import {
  invoiceableParts,
  lastPayer,
  requestById,
  requestsOfOrganisation,
  requestsOfSuppliers,
  type InvoiceablePart,
  type InvoiceRow,
  type PayerRow,
} from '../../../store/business/invoice.sql';
import { wire } from '../../../store/business/views';
import { actFor, mustHaveDuty, rowsOf } from '../members';

export type InvoiceView = ResponseOf<'GET /invoice-requests/{id}'>;
type InvoiceSummary = ResponseOf<'GET /supplier/invoice-requests'>['data'][number];

/** Who asks: by their duties for an organisation, or for the suppliers they act for. */
export interface InvoiceReader {
  readonly personId: string;
  readonly supplierIds: readonly string[];
}

/**
 * A request for whoever it is about: the supplier once it is paid, or a member of the organisation who sees to payments. To anybody else
 * it is not there.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING
 */
export async function invoiceFor(
  where: Database | Tx,
  id: string,
  { personId, supplierIds }: InvoiceReader,
): Promise<InvoiceRow> {
  const [row] = await rowsOf(where, requestById, [id]);
  if (!row) throw fail('NOT_FOUND');
  if (supplierIds.includes(row.supplier_id) && row.is_paid) return row;
  // Of whoever bought for themselves it is reached by the order.
  if (row.organisation_id === null) throw fail('NOT_FOUND');
  mustHaveDuty(await actFor(where, row.organisation_id, personId), 'pay');
  return row;
}

export const summaryOf = (row: InvoiceRow): InvoiceSummary => ({
  ...{ id: row.id, month: row.month, kind: row.kind, state: row.state },
  organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name ?? '' },
  title: row.title,
  supplier: { id: row.supplier_id, name: row.supplier_name },
  ...{ amount: wire(row.amount_fen), correction: wire(row.correction_fen) },
  ...{ dueOn: row.due_on, correctionDueOn: row.correction_fen > 0n ? row.red_due_on : null },
  requestedAt: row.requested_at.toISOString(),
});

const payerOf = (row: PayerRow): InvoiceView['payer'] => ({
  ...{ kind: row.kind, title: row.title, taxpayerNumber: row.taxpayer_number, address: row.address, phone: row.phone },
  ...{ bankName: row.bank_name, bankAccount: row.bank_account },
});

export function invoiceView(row: InvoiceRow): InvoiceView {
  return {
    ...summaryOf(row),
    ...{ payer: payerOf(row), requestedBy: row.requested_by_name, reason: row.reason },
    items: row.items.map(({ fen, redFen, ...item }) => ({
      ...item,
      ...{ amount: wire(BigInt(fen)), redNoted: wire(BigInt(redFen)) },
    })),
    papers: row.papers.map(({ fen, recordedAt, ...paper }) => ({
      ...paper,
      ...{ amount: wire(BigInt(fen)), recordedAt: new Date(recordedAt).toISOString() },
    })),
  };
}

/** @throws ProblemError NOT_FOUND, DUTY_MISSING, INVALID_INPUT for a cursor of another list */
export async function invoicesOfOrganisation(
  database: Database,
  organisationId: string,
  personId: string,
  query: InputOf<'GET /organisations/{id}/invoice-requests'>['query'],
): Promise<ResponseOf<'GET /organisations/{id}/invoice-requests'>> {
  mustHaveDuty(await actFor(database, organisationId, personId), 'pay');
  const rows = await database.read(requestsOfOrganisation, [organisationId, placeIn(query.cursor), query.limit + 1]);
  return pageOf(rows, query.limit, (row) => row.id, summaryOf);
}

/** @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function invoicesOfSuppliers(
  database: Database,
  supplierIds: readonly string[],
  query: InputOf<'GET /supplier/invoice-requests'>['query'],
): Promise<ResponseOf<'GET /supplier/invoice-requests'>> {
  const values = [supplierIds, placeIn(query.cursor), query.limit + 1, query.waiting === 'supplier'];
  const rows = await database.read(requestsOfSuppliers, values);
  return pageOf(rows, query.limit, (row) => row.id, summaryOf);
}

export function partsOfMonth(where: Database | Tx, organisationId: string, month: string): Promise<InvoiceablePart[]> {
  return rowsOf(where, invoiceableParts, [organisationId, startOfMonth(month), startOfMonth(month, 1)]);
}

/** What of a month may still be asked for, by supplier. @throws ProblemError NOT_FOUND, DUTY_MISSING */
export async function viewInvoiceable(
  database: Database,
  { id, month }: { id: string; month: string },
  personId: string,
): Promise<ResponseOf<'GET /organisations/{id}/invoiceable/{month}'>> {
  mustHaveDuty(await actFor(database, id, personId), 'pay');
  const open = (await partsOfMonth(database, id, month)).filter((part) => !part.is_asked && part.fen > 0n);
  const [payer] = await database.read(lastPayer, [id]);
  const suppliers = new Map(open.map((part) => [part.supplier_id, part.supplier_name]));
  return {
    lastPayer: payer ? payerOf(payer) : null,
    data: [...suppliers].map(([supplierId, name]) => {
      const parts = open.filter((part) => part.supplier_id === supplierId);
      return {
        supplier: { id: supplierId, name },
        amount: wire(parts.reduce((sum, part) => sum + part.fen, 0n)),
        parts: parts.map((part) => ({
          ...{ supplierOrderId: part.supplier_order_id, purchaseNumber: part.purchase_number },
          ...{ acceptedOn: part.accepted_on, amount: wire(part.fen) },
        })),
      };
    }),
  };
}
