import { z } from 'zod';
import { cameraUpload, defineRoutes, only } from '../core/route';
import { cursor, limit, money, page, regionCode, text, uuid } from '../core/scalars';
import { MOST_LEVELS, MOST_PURCHASE_LINES, REJECTION_REASONS } from './business-names';
import {
  dutiesField,
  judgedList,
  organisationView,
  purchaseSummary,
  purchaseView,
  statementView,
} from './business-views';
import { quantity, via } from './routes';

const buyers = only('businessBuyer');
const byId = z.strictObject({ id: uuid });
const byMonth = z.strictObject({
  id: uuid,
  month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'YYYY-MM'),
});
const noteQuery = z.strictObject({ format: z.enum(['pdf', 'xlsx']).default('pdf') });
const fieldProblems = ['NOT_FOUND', 'INVALID_INPUT', 'DUTY_MISSING'] as const;

/** `via` is kept with the order and held against what is true when it is issued. */
const purchaseLines = z
  .array(z.strictObject({ skuId: uuid, quantity, unitPrice: money, via: via.optional() }))
  .min(1)
  .max(MOST_PURCHASE_LINES)
  .refine((lines) => new Set(lines.map((line) => line.skuId)).size === lines.length, 'each SKU once');

const placing = [
  'ORDERS_PAUSED',
  'SKU_UNKNOWN',
  'SKU_NOT_FOR_SALE',
  'REGION_NOT_SERVED',
  'PRICE_CHANGED',
  'OUT_OF_STOCK',
  'QUANTITY_NOT_OFFERED',
  'CREDIT_LIMIT',
  'ORDER_TOO_LARGE',
] as const;

const steps = ['NOT_FOUND', 'PURCHASE_STATE', 'DUTY_MISSING'] as const;

/** What organisations do: members with duties, an approval chain, purchase orders, acceptance. */
export const businessRoutes = defineRoutes({
  'GET /me/organisations': {
    summary: 'The organisations the caller buys for, with terms, members, sites and what is owed',
    access: buyers,
    response: z.object({ data: z.array(organisationView) }),
  },
  'PUT /organisations/{id}/members/{personId}': {
    summary:
      'Sets what a member may do: duties, own limit, step of the approval chain; takes effect on the next request',
    access: buyers,
    params: z.strictObject({ id: uuid, personId: uuid }),
    body: z.strictObject({
      duties: dutiesField,
      limit: money,
      approvalLevel: z.number().int().min(1).max(MOST_LEVELS).nullable(),
    }),
    response: organisationView,
    problems: [...fieldProblems],
  },
  'PUT /organisations/{id}/approval-chain': {
    summary: 'Sets from which sum on each step of the approval chain is needed; orders under way keep theirs',
    access: buyers,
    params: byId,
    body: z.strictObject({ from: z.array(money).max(MOST_LEVELS) }),
    response: organisationView,
    problems: [...fieldProblems],
  },
  'POST /organisations/{id}/sites': {
    summary: 'Enters a place goods are brought to, with the person the driver calls',
    access: buyers,
    params: byId,
    body: z.strictObject({
      id: uuid.optional(),
      name: text(40),
      regionCode,
      address: text(200),
      contact: text(40),
      phone: z.string().regex(/^1\d{10}$/, 'eleven digits'),
      storage: z.array(z.enum(['ambient', 'chilled', 'frozen'])).max(3),
      receivingHours: text(40, 0),
    }),
    response: organisationView,
    status: 201,
    problems: [...fieldProblems, 'REGION_NOT_DELIVERABLE'],
  },
  'DELETE /organisations/{id}/sites/{siteId}': {
    summary: 'Closes a site: nothing new goes there; orders under way keep it',
    access: buyers,
    params: z.strictObject({ id: uuid, siteId: uuid }),
    response: organisationView,
    problems: ['NOT_FOUND', 'DUTY_MISSING'],
  },
  'POST /organisations/{id}/purchase-lists': {
    summary:
      'Reads a pasted list, a line a pack: code or name, then the quantity; says what each line is or what is wrong',
    access: buyers,
    params: byId,
    body: z.strictObject({ text: z.string().min(1).max(20_000) }),
    response: judgedList,
    problems: [...fieldProblems],
  },
  'POST /organisations/{id}/purchase-list-files': {
    summary: 'The same of a table: xlsx, csv or text',
    access: buyers,
    params: byId,
    upload: {
      mediaTypes: ['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      maxBytes: 2 * 1024 * 1024,
    },
    response: judgedList,
    problems: [...fieldProblems, 'IMPORT_FILE_REFUSED'],
  },
  'POST /organisations/{id}/purchase-quotes': {
    summary: 'What lines would cost at the tier prices, with freight to the site',
    access: buyers,
    params: byId,
    body: z.strictObject({
      siteId: uuid,
      lines: z
        .array(z.strictObject({ skuId: uuid, quantity }))
        .min(1)
        .max(MOST_PURCHASE_LINES),
    }),
    response: z.object({
      goods: money,
      freight: money,
      amount: money,
      lines: z.array(z.object({ skuId: uuid, unitPrice: money, goods: money, freight: money, served: z.boolean() })),
      /** Steps of the approval chain an order of this sum needs of the caller; empty where the own limit is enough. */
      levels: z.array(z.number().int()),
    }),
    problems: [...fieldProblems],
  },
  'POST /organisations/{id}/purchase-orders': {
    summary:
      'Makes a purchase order with number and frozen terms and prices; issued at once within the own limit, else sent into the approval chain',
    access: buyers,
    params: byId,
    body: z.strictObject({
      id: uuid.optional(),
      siteId: uuid,
      lines: purchaseLines,
      /** What the buyer was shown: another sum is never ordered (409 PRICE_CHANGED). */
      total: money,
      note: text(500, 0).default(''),
      /** As the organisation's own books know it; suppliers see and print it. */
      ownNumber: text(40, 0).default(''),
    }),
    response: purchaseView,
    status: 201,
    idempotent: true,
    problems: [...fieldProblems, ...placing],
  },
  'GET /organisations/{id}/purchase-orders': {
    summary:
      'The organisation’s purchase orders, the newest first; those that wait for the reader, or have `q` in a number, on request',
    access: buyers,
    params: byId,
    query: z.strictObject({
      waiting: z.enum(['me']).optional(),
      q: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    tabled: true,
    response: page(purchaseSummary),
    problems: ['NOT_FOUND', 'INVALID_INPUT'],
  },
  'GET /organisations/{id}/statements/{month}': {
    summary:
      'What the organisation owed at the start of a month (Asia/Shanghai), what changed it, and what it owes at the end',
    access: buyers,
    params: byMonth,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: statementView,
    problems: [...fieldProblems],
  },
  'GET /organisations/{id}/statements/{month}/file': {
    summary: 'The same month as a table',
    access: buyers,
    params: byMonth,
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.any(),
    download: true,
    problems: [...fieldProblems],
  },
  'GET /organisations/{id}/settlement-notes/{month}/file': {
    summary:
      'The settlement note (结算单) of what was accepted in a month: ordered, sent, accepted, refused, credited, paid and open, as it stands now',
    access: buyers,
    params: byMonth,
    query: noteQuery,
    response: z.any(),
    download: true,
    problems: [...fieldProblems, 'RATE_LIMITED'],
  },
  'GET /purchase-orders/{id}/settlement-note/file': {
    summary: 'The same of one purchase order',
    access: buyers,
    params: byId,
    query: noteQuery,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'PURCHASE_STATE', 'RATE_LIMITED'],
  },
  'GET /purchase-orders/{id}': {
    summary: 'A purchase order with its approvals, parts, what is owed and credited',
    access: buyers,
    params: byId,
    response: purchaseView,
    problems: ['NOT_FOUND'],
  },
  'POST /purchase-orders/{id}/approve': {
    summary:
      'Approves the next step of the chain; the last one issues the order at the frozen prices, or says what has changed',
    access: buyers,
    params: byId,
    body: z.strictObject({ note: text(500, 0).default('') }),
    response: purchaseView,
    idempotent: true,
    problems: [...steps, ...placing, 'SITE_CLOSED', 'OWN_PURCHASE', 'APPROVAL_LEVEL', 'APPROVED_ALREADY'],
  },
  'POST /purchase-orders/{id}/reject': {
    summary: 'Ends a purchase order on its way through the chain, with the reason',
    access: buyers,
    params: byId,
    body: z.strictObject({ note: text(500) }),
    response: purchaseView,
    problems: [...steps, 'OWN_PURCHASE', 'APPROVAL_LEVEL', 'APPROVED_ALREADY'],
  },
  'POST /purchase-orders/{id}/withdraw': {
    summary: 'The buyer takes back a purchase order that is not issued',
    access: buyers,
    params: byId,
    body: z.strictObject({}),
    response: purchaseView,
    problems: [...steps],
  },
  'POST /purchase-orders/{id}/photos': {
    summary: 'Keeps a photo or film of the goods at the door, for the acceptance',
    access: buyers,
    params: byId,
    upload: cameraUpload,
    response: z.object({ photoId: uuid }),
    status: 201,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'PURCHASE_STATE', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'RATE_LIMITED'],
  },
  'POST /purchase-orders/{id}/acceptances': {
    summary:
      "Accepts one supplier's part (验货验票): the term begins; packs turned away are claimed with photos in the same step, and credited at once within the limit of the setting",
    access: buyers,
    params: byId,
    body: z.strictObject({
      supplierOrderId: uuid,
      rejections: z
        .array(
          z.strictObject({
            lineId: uuid,
            packs: z.number().int().min(1).max(9999),
            reason: z.enum(REJECTION_REASONS),
          }),
        )
        .max(100)
        .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once')
        .default([]),
      words: text(1_000, 0).default(''),
      photoIds: z.array(uuid).max(9).default([]),
      /** 验票: the papers of the delivery were looked at, and what of them is missing (nothing where it is empty). Absent: nobody looked. */
      papers: z.strictObject({ missing: text(500, 0) }).optional(),
    }),
    response: purchaseView,
    idempotent: true,
    problems: [...steps, 'ORDER_STATE', 'AFTER_SALE_NOT_POSSIBLE', 'AFTER_SALE_PHOTOS', 'INVALID_INPUT'],
  },
});
