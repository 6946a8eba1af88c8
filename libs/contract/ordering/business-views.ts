import { z } from 'zod';
import { date, instant, money, page, signedMoney, uuid } from '../core/scalars';
import { DUTIES, LIST_FAULTS, MOST_LEVELS, PAYER_KINDS, PAYMENTS } from './business-names';
import { orderView, via } from './routes';
import { PURCHASE_STATES } from './states';

export const dutiesField = z.array(z.enum(DUTIES)).max(DUTIES.length);

/** The terms under which an organisation buys, or an order was made; days and whose law they follow. */
export const termsView = z.object({
  payerKind: z.enum(PAYER_KINDS),
  payment: z.enum(PAYMENTS),
  /** Calendar days from acceptance; null where goods are paid first. */
  termDays: z.number().int().nullable(),
  /** The article the days follow, in Chinese. */
  law: z.string(),
  contractReference: z.string().nullable(),
  /** Days after delivery in which goods are accepted; silence counts as acceptance. */
  acceptanceDays: z.number().int(),
  /** Late interest a day, in hundred-thousandths, where nothing else was agreed. */
  lateInterestPer100k: z.number().int(),
});

export const memberView = z.object({
  personId: uuid,
  name: z.string(),
  duties: dutiesField,
  limit: money,
  approvalLevel: z.number().int().nullable(),
});

export const siteView = z.object({
  id: uuid,
  name: z.string(),
  regionName: z.string(),
  address: z.string(),
  contact: z.string(),
  phone: z.string(),
  storage: z.array(z.string()),
  receivingHours: z.string(),
});

export const organisationView = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  terms: termsView,
  creditLimit: money,
  /** Accepted and not yet paid, and ordered on terms and not yet accepted. */
  owed: money,
  underWay: money,
  /** Transferred or credited, and not yet used. */
  credit: money,
  approvalFrom: z.array(money).max(MOST_LEVELS),
  /** What the reader may do here. */
  me: memberView,
  members: z.array(memberView),
  sites: z.array(siteView),
});

export const listedPack = z.object({
  skuId: uuid,
  productSlug: z.string(),
  productName: z.string(),
  pack: z.string(),
  supplierName: z.string(),
  minimumPacks: z.number().int(),
  stepPacks: z.number().int(),
  /** What a pack costs at the quantity of the line, and at retail. */
  unitPrice: money,
  retailPrice: money,
});

/** A pasted or handed-in list as it is understood: each line with its pack, or with what is wrong and what it may mean. */
export const judgedList = z.object({
  lines: z.array(
    z.object({
      /** Of the list, from 1. */
      row: z.number().int(),
      text: z.string(),
      quantity: z.number().int().nullable(),
      pack: listedPack.nullable(),
      fault: z.enum(LIST_FAULTS).nullable(),
      candidates: z.array(listedPack),
    }),
  ),
});

export const purchaseLineView = z.object({
  skuId: uuid,
  productName: z.string(),
  pack: z.string(),
  supplierName: z.string(),
  quantity: z.number().int(),
  unitPrice: money,
  goods: money,
  /** As it was said; what of it held, the lines of the issued order tell. */
  via: via.nullable(),
});

export const purchaseStepView = z.object({
  level: z.number().int(),
  from: money,
  decision: z.enum(['approved', 'rejected']).nullable(),
  by: z.string().nullable(),
  note: z.string(),
  at: instant.nullable(),
});

/** What is owed for one supplier's part of a purchase order. */
export const receivableView = z.object({
  supplierOrderId: uuid,
  acceptedAt: instant,
  dueOn: date,
  /** Days past due at this moment; 0 before. */
  daysLate: z.number().int(),
  amount: money,
  credited: money,
  paid: money,
  open: money,
});

export const creditNoteView = z.object({
  id: uuid,
  number: z.string(),
  supplierOrderId: uuid,
  amount: money,
  madeAt: instant,
});

export const purchaseSummary = z.object({
  id: uuid,
  number: z.string(),
  /** The organisation's own; empty where there is none. */
  ownNumber: z.string(),
  state: z.enum(PURCHASE_STATES),
  siteName: z.string(),
  amount: money,
  open: money,
  requestedBy: z.string(),
  requestedAt: instant,
  /** Whether the reader is the one whose decision it waits for. */
  waitsForMe: z.boolean(),
});

export const purchaseView = purchaseSummary.omit({ open: true }).extend({
  organisation: z.object({ id: uuid, name: z.string() }),
  terms: termsView,
  note: z.string(),
  lines: z.array(purchaseLineView),
  freight: money,
  steps: z.array(purchaseStepView),
  /** What the reader may do with it now. */
  can: z.object({ approve: z.boolean(), withdraw: z.boolean(), receive: z.boolean(), pay: z.boolean() }),
  /** Written into the transfer's remark. */
  payCode: z.string(),
  order: orderView.nullable(),
  receivables: z.array(receivableView),
  creditNotes: z.array(creditNoteView),
  /** Of which parts the papers were looked at (验票), by whom, and what was missing; empty where nothing was. */
  papersChecked: z.array(z.object({ supplierOrderId: uuid, by: z.string(), at: instant, missing: z.string() })),
  issuedAt: instant.nullable(),
});

/** What changed what an organisation owes, in a month; less than nothing stands to its credit. */
export const statementView = page(
  z.object({
    kind: z.enum(['accepted', 'credited', 'transferred', 'sentBack']),
    id: uuid,
    at: instant,
    amount: signedMoney,
    /** Of the purchase order, the credit note or the transfer. */
    reference: z.string(),
    /** The supplier, or who paid. */
    about: z.string(),
    dueOn: date.nullable(),
  }),
).extend({
  month: z.string(),
  opening: signedMoney,
  accepted: money,
  credited: money,
  /** Less than nothing where more was sent back than came. */
  transferred: signedMoney,
  closing: signedMoney,
});
