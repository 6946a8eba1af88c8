import { z } from 'zod';
import { defineRoutes, only, orderAccess } from '../core/route';
import { cursor, date, instant, limit, money, page, text, uuid } from '../core/scalars';
import { INVOICE_KINDS, INVOICE_PAPERS, INVOICE_STATES } from './invoice-states';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'YYYY-MM');
const byId = z.strictObject({ id: uuid });
const buyers = only('businessBuyer');
const suppliers = only('supplier');
const both = only('businessBuyer', 'supplier');

/** Whom it is made out to. Address, phone and bank are asked for by the special one. */
const payer = {
  kind: z.enum(INVOICE_KINDS),
  title: text(100),
  /** A unified social credit code (GB 32100): eighteen characters, with its check character. */
  taxpayerNumber: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'eighteen characters of a unified social credit code'),
  address: text(200, 0).default(''),
  phone: text(40, 0).default(''),
  bankName: text(100, 0).default(''),
  bankAccount: z
    .string()
    .regex(/^[0-9 -]{0,40}$/, 'digits')
    .default(''),
};

const payerView = z.object({
  kind: z.enum(INVOICE_KINDS),
  ...{
    title: z.string(),
    taxpayerNumber: z.string().describe('empty of a person'),
    address: z.string(),
    phone: z.string(),
  },
  ...{ bankName: z.string(), bankAccount: z.string() },
});

const invoiceSummary = z.object({
  id: uuid,
  /** Null where somebody asks who bought for themselves. */
  organisation: z.object({ id: uuid, name: z.string() }).nullable(),
  /** Whom it is made out to. */
  title: z.string(),
  supplier: z.object({ id: uuid, name: z.string() }),
  month,
  kind: z.enum(INVOICE_KINDS),
  state: z.enum(INVOICE_STATES),
  /** What is to be invoiced as it stands now, and from the invoice on what was invoiced. */
  amount: money,
  /** What went back of it since and no red note says yet. */
  correction: money,
  /** Whoever has to act does so by the end of this day: the supplier on a request, the buyer on an invoice. */
  dueOn: date.nullable(),
  correctionDueOn: date.nullable(),
  requestedAt: instant,
});

export const invoiceView = invoiceSummary.extend({
  payer: payerView,
  /** Null of a guest. */
  requestedBy: z.string().nullable(),
  reason: z.string(),
  items: z.array(
    z.object({
      supplierOrderId: uuid,
      /** Of the purchase order, or of the order where somebody bought for themselves. */
      purchaseNumber: z.string(),
      acceptedOn: date.nullable(),
      ...{ amount: money, redNoted: money },
    }),
  ),
  papers: z.array(
    z.object({
      id: uuid,
      kind: z.enum(INVOICE_PAPERS),
      number: z.string(),
      issuedOn: date,
      amount: money,
      recordedAt: instant,
      /** Another one was issued in its place. */
      isReplaced: z.boolean(),
    }),
  ),
});

/** Invoices of an order that somebody placed for themselves. */
const ofOrder = z.object({
  data: z.array(z.object({ supplierOrderId: uuid, invoice: invoiceView })),
  /** Parts of which none is asked for, and what is left of each. */
  open: z.array(z.object({ supplierOrderId: uuid, supplierName: z.string(), amount: money })),
});

/** What the tax authority issued, as it stands on it; the sum has to be the one that is asked for. */
const issued = z.strictObject({
  id: uuid.optional(),
  number: z.string().regex(/^(\d{18}|\d{20})$/, 'twenty digits, or code and number of a paper invoice'),
  issuedOn: date,
  amount: money,
  fileId: uuid,
});

const moves = ['NOT_FOUND', 'INVOICE_STATE', 'DUTY_MISSING'] as const;
const issuing = ['NOT_FOUND', 'INVOICE_STATE', 'INVOICE_AMOUNT', 'INVOICE_NUMBER_TAKEN', 'INVALID_INPUT'] as const;

/** Invoices organisations ask for (发票管理办法 art. 18, 19: whoever is paid issues them to whoever pays). */
export const invoiceRoutes = defineRoutes({
  'GET /organisations/{id}/invoiceable/{month}': {
    summary:
      'What an organisation accepted in a month (Asia/Shanghai) and may still ask an invoice for: paid or owed, less what went back and what was asked for already',
    access: buyers,
    params: z.strictObject({ id: uuid, month }),
    response: z.object({
      data: z.array(
        z.object({
          supplier: z.object({ id: uuid, name: z.string() }),
          amount: money,
          parts: z.array(
            z.object({ supplierOrderId: uuid, purchaseNumber: z.string(), acceptedOn: date, amount: money }),
          ),
        }),
      ),
      /** As the last one was made out; null before the first. */
      lastPayer: payerView.nullable(),
    }),
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'DUTY_MISSING'],
  },
  'POST /organisations/{id}/invoice-requests': {
    summary: 'Asks one supplier for an invoice over accepted parts of a month, each with all that is left of it',
    access: buyers,
    params: byId,
    body: z.strictObject({
      id: uuid.optional(),
      month,
      ...payer,
      supplierOrderIds: z
        .array(uuid)
        .min(1)
        .max(200)
        .refine((ids) => new Set(ids).size === ids.length, 'each part once'),
      /** What the buyer was shown: another sum is not asked for (409 INVOICE_AMOUNT). */
      amount: money,
    }),
    response: invoiceView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'DUTY_MISSING', 'INVOICE_AMOUNT', 'INVOICE_ASKED'],
  },
  'GET /orders/{id}/invoices': {
    summary:
      'What whoever bought for themselves asked to be invoiced of an order, and what may still be asked for, by supplier',
    access: orderAccess,
    params: byId,
    response: ofOrder,
    problems: ['NOT_FOUND'],
  },
  'GET /me/invoices': {
    summary: 'Invoices of what the signed-in account bought for itself, the newest first, each with its order',
    access: only('consumer', 'businessBuyer'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(z.object({ orderId: uuid, orderNumber: z.string(), invoice: invoiceSummary })),
    problems: ['INVALID_INPUT'],
  },
  'POST /orders/{id}/invoices': {
    summary:
      'Asks for an invoice over parts of an order, each of its supplier: made out to a person, or to a company with its number',
    access: orderAccess,
    params: byId,
    body: z.strictObject({
      supplierOrderIds: z.array(uuid).min(1).max(100),
      title: payer.title,
      /** Absent of a person. */
      taxpayerNumber: payer.taxpayerNumber.optional(),
    }),
    response: ofOrder,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'INVOICE_ASKED', 'RATE_LIMITED'],
  },
  'POST /orders/{id}/invoices/{requestId}/withdraw': {
    summary: 'Takes a request back that is not answered, so that another may be made',
    access: orderAccess,
    params: z.strictObject({ id: uuid, requestId: uuid }),
    body: z.strictObject({}),
    response: ofOrder,
    problems: ['NOT_FOUND', 'INVOICE_STATE'],
  },
  'POST /orders/{id}/invoices/{requestId}/contest': {
    summary: 'Whoever bought says what is wrong with the invoice',
    access: orderAccess,
    params: z.strictObject({ id: uuid, requestId: uuid }),
    body: z.strictObject({ reason: text(500, 4) }),
    response: ofOrder,
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'INVOICE_STATE'],
  },
  'GET /orders/{id}/invoices/{requestId}/papers/{paperId}/file': {
    summary: 'The file of an invoice or red note, for whom the order belongs to',
    access: orderAccess,
    params: z.strictObject({ id: uuid, requestId: uuid, paperId: uuid }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /organisations/{id}/invoice-requests': {
    summary: 'What the organisation asked for, the newest first',
    access: buyers,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(invoiceSummary),
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'DUTY_MISSING'],
  },
  'GET /supplier/invoice-requests': {
    summary:
      'What organisations ask the own suppliers for, the newest first; those that wait for the supplier on request',
    access: suppliers,
    query: z.strictObject({ waiting: z.enum(['supplier']).optional(), cursor: cursor.optional(), limit }),
    response: page(invoiceSummary),
    problems: ['INVALID_INPUT'],
  },
  'GET /invoice-requests/{id}': {
    summary: 'One request with its parts and what was issued, for the organisation and the supplier',
    access: both,
    params: byId,
    response: invoiceView,
    problems: ['NOT_FOUND', 'DUTY_MISSING'],
  },
  'POST /invoice-requests/{id}/withdraw': {
    summary: 'Takes a request back that is not answered',
    access: buyers,
    params: byId,
    body: z.strictObject({}),
    response: invoiceView,
    problems: [...moves],
  },
  'POST /invoice-requests/{id}/confirm': {
    summary: 'The buyer has checked the invoice; silence until the due day says the same',
    access: buyers,
    params: byId,
    body: z.strictObject({}),
    response: invoiceView,
    problems: [...moves],
  },
  'POST /invoice-requests/{id}/contest': {
    summary: 'The buyer says what is wrong with the invoice; the supplier issues another or says why it stands',
    access: buyers,
    params: byId,
    body: z.strictObject({ reason: text(500, 4) }),
    response: invoiceView,
    problems: [...moves],
  },
  'POST /invoice-requests/{id}/files': {
    summary: 'Keeps the file of an invoice or red note, as a PDF or a picture; named by id when it is recorded',
    access: suppliers,
    params: byId,
    upload: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: z.object({ fileId: uuid }),
    status: 201,
    problems: ['NOT_FOUND', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'RATE_LIMITED'],
  },
  'POST /invoice-requests/{id}/issue': {
    summary:
      'The supplier records the invoice the tax authority issued; of one that was contested, the one in its place',
    access: suppliers,
    params: byId,
    body: issued,
    response: invoiceView,
    idempotent: true,
    problems: [...issuing],
  },
  'POST /invoice-requests/{id}/decline': {
    summary: 'The supplier says why it issues none; of one that was contested, why it stands as it is',
    access: suppliers,
    params: byId,
    body: z.strictObject({ reason: text(500, 4) }),
    response: invoiceView,
    problems: ['NOT_FOUND', 'INVOICE_STATE'],
  },
  'POST /invoice-requests/{id}/red-notes': {
    summary: 'The supplier records the red note (红字发票) over what went back of what was invoiced',
    access: suppliers,
    params: byId,
    body: issued,
    response: invoiceView,
    idempotent: true,
    problems: [...issuing],
  },
  'GET /invoice-requests/{id}/papers/{paperId}/file': {
    summary: 'The file of an invoice or red note, for both sides',
    access: both,
    params: z.strictObject({ id: uuid, paperId: uuid }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'DUTY_MISSING'],
  },
});
