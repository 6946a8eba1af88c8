import { at, here, toAccept, yuan } from './business-rows';
import { row, type Row } from './table';
import type { World } from './world';

/** A month's goods, accepted by the organisation and sent by the supplier who is asked for the invoice. */
async function accepted(world: World) {
  const { shop, organisation } = world;
  const made = await toAccept(world);
  const { supplierOrderId } = made.body as { supplierOrderId: string };
  await world.granted('businessBuyer', 'POST /purchase-orders/{id}/acceptances', made);
  const [part] = await shop.rows<{ month: string; fen: string }>(
    `select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, amount_fen::text as fen
       from ordering.supplier_order where id = $1`,
    [supplierOrderId],
  );
  return { ids: { id: organisation.id }, month: part!.month, amount: yuan(BigInt(part!.fen)), supplierOrderId };
}

async function toInvoice(world: World) {
  const { ids, month, amount, supplierOrderId } = await accepted(world);
  return {
    ids,
    body: {
      ...{ month, kind: 'ordinary', title: '示例超市', taxpayerNumber: '91350100M000100Y43', amount },
      supplierOrderIds: [supplierOrderId],
    },
  };
}

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);

export async function invoiceAsked(world: World) {
  const made = await toInvoice(world);
  const { id } = await world.granted('businessBuyer', 'POST /organisations/{id}/invoice-requests', made);
  return { ids: { id: id as string }, amount: made.body.amount };
}

let lastNumber = 0;

async function toRecord(world: World) {
  const { ids, amount } = await invoiceAsked(world);
  const headers = { 'content-type': 'application/pdf' };
  const { fileId } = await world.granted('supplier', 'POST /invoice-requests/{id}/files', { ids, body: PDF, headers });
  const number = String(++lastNumber).padStart(20, '2');
  return { ids, body: { number, issuedOn: '2026-01-01', amount, fileId: fileId as string } };
}

async function invoiced(world: World) {
  const { ids, body } = await toRecord(world);
  const { papers } = await world.granted('supplier', 'POST /invoice-requests/{id}/issue', { ids, body });
  return { ids, body, paperId: (papers as { id: string }[])[0]!.id };
}

/** Of goods that turned out bad after they were invoiced. */
const toRedNote: Row['make'] = async (world) => {
  const { ids, body } = await invoiced(world);
  await world.shop.rows(
    `update ordering.line_progress set refund_fen = 1
      where supplier_order_id in (select supplier_order_id from ordering.invoice_item where request_id = $1)`,
    [ids.id],
  );
  const headers = { 'content-type': 'application/pdf' };
  const { fileId } = await world.granted('supplier', 'POST /invoice-requests/{id}/files', { ids, body: PDF, headers });
  return { ids, body: { ...body, number: String(++lastNumber).padStart(20, '2'), amount: yuan(1n), fileId } };
};

const ofInvoice =
  (wanted: 'asked' | 'issued', body?: object): Row['make'] =>
  async (world) => {
    const { ids } = await (wanted === 'asked' ? invoiceAsked(world) : invoiced(world));
    return { ids, ...(body ? { body } : {}) };
  };

const INVOICE = 'a request for an invoice';
const reason = { reason: '税号写错了' };

/** Bought by a guest, who asks for an invoice by the order's token. */
async function ownAsked(world: World) {
  const order = await world.shop.paidOrder({ offer: world.offer });
  world.guestToken = order.token;
  const body = { title: '个人', supplierOrderIds: order.supplierOrders.map((part) => part.id) };
  return { ids: { id: order.id }, body };
}

async function ownRequest(world: World) {
  const made = await ownAsked(world);
  const { data } = await world.granted('guest', 'POST /orders/{id}/invoices', made);
  const [{ invoice: request }] = data as [{ invoice: { id: string; amount: { amount: string; currency: 'CNY' } } }];
  return { ids: { ...made.ids, requestId: request.id }, amount: request.amount };
}

async function ownPaper(world: World) {
  const { ids, amount } = await ownRequest(world);
  const headers = { 'content-type': 'application/pdf' };
  const at = { id: ids.requestId };
  const { fileId } = await world.granted('supplier', 'POST /invoice-requests/{id}/files', {
    ids: at,
    body: PDF,
    headers,
  });
  const number = String(++lastNumber).padStart(20, '2');
  const body = { number, issuedOn: '2026-01-01', amount, fileId: fileId as string };
  const { papers } = await world.granted('supplier', 'POST /invoice-requests/{id}/issue', { ids: at, body });
  return { ids: { ...ids, paperId: (papers as { id: string }[])[0]!.id } };
}

/** Invoices organisations ask for: the organisation and the supplier read them, each side does its own part. */
export const invoiceRows: readonly Row[] = [
  row('GET /organisations/{id}/invoiceable/{month}', 'an organisation', ['businessBuyer'], (world) =>
    Promise.resolve({ ids: { ...at(world), month: '2026-01' } }),
  ),
  row('POST /organisations/{id}/invoice-requests', 'an organisation', ['businessBuyer'], toInvoice),
  row('GET /organisations/{id}/invoice-requests', 'an organisation', ['businessBuyer'], here()),
  row('GET /invoice-requests/{id}', INVOICE, ['businessBuyer', 'supplier'], ofInvoice('asked')),
  row('POST /invoice-requests/{id}/withdraw', INVOICE, ['businessBuyer'], ofInvoice('asked', {})),
  row('POST /invoice-requests/{id}/confirm', INVOICE, ['businessBuyer'], ofInvoice('issued', {})),
  row('POST /invoice-requests/{id}/contest', INVOICE, ['businessBuyer'], ofInvoice('issued', reason)),
  row('POST /invoice-requests/{id}/files', INVOICE, ['supplier'], async (world) => ({
    ...{ ids: (await invoiceAsked(world)).ids, body: PDF, headers: { 'content-type': 'application/pdf' } },
  })),
  row('POST /invoice-requests/{id}/issue', INVOICE, ['supplier'], toRecord),
  row('POST /invoice-requests/{id}/decline', INVOICE, ['supplier'], ofInvoice('asked', reason)),
  row('POST /invoice-requests/{id}/red-notes', INVOICE, ['supplier'], toRedNote),
  row('GET /orders/{id}/invoices', "a guest's order", ['guest'], async (world) => ({
    ids: (await ownAsked(world)).ids,
  })),
  row('POST /orders/{id}/invoices', "a guest's order", ['guest'], ownAsked),
  row(
    'POST /orders/{id}/invoices/{requestId}/withdraw',
    "a guest's request for an invoice",
    ['guest'],
    async (world) => ({
      ...{ ids: (await ownRequest(world)).ids, body: {} },
    }),
  ),
  row('POST /orders/{id}/invoices/{requestId}/contest', "a guest's invoice", ['guest'], async (world) => ({
    ...{ ids: (await ownPaper(world)).ids, body: reason },
  })),
  row('GET /orders/{id}/invoices/{requestId}/papers/{paperId}/file', "a guest's invoice", ['guest'], ownPaper),
  row('GET /invoice-requests/{id}/papers/{paperId}/file', INVOICE, ['businessBuyer', 'supplier'], async (world) => {
    const { ids, paperId } = await invoiced(world);
    return { ids: { ...ids, paperId } };
  }),
];
