import { z } from 'zod';
import { defineRoutes, only, orderAccess } from '../core/route';
import { date, instant, uuid } from '../core/scalars';

const parcelOfOrder = z.strictObject({ id: uuid, parcelId: uuid });

/** Papers of the supplier first, then those of the lots. */
export const DELIVERY_PAPERS = [
  'businessLicence',
  'foodProductionLicence',
  'foodOperationLicence',
  'mandate',
  'testReport',
  'greenFood',
  'organic',
  'geographicalIndication',
  'lotCertificate',
  'lotTest',
  'quarantine',
] as const;

export const deliveryPapersView = z.object({
  parcelId: uuid,
  orderNumber: z.string(),
  supplier: z.object({ id: uuid, name: z.string(), uscc: z.string().nullable() }),
  carrier: z.string(),
  trackingNumber: z.string(),
  shippedAt: instant,
  /** The business date it left: papers are those that were valid then. */
  day: date,
  lots: z.array(
    z.object({ code: z.string(), productName: z.string(), packs: z.number().int(), producedOn: date.nullable() }),
  ),
  papers: z.array(
    z.object({
      kind: z.enum(DELIVERY_PAPERS),
      number: z.string(),
      /** Of a paper about a lot: its code. */
      lotCode: z.string().nullable(),
      by: z.string().nullable(),
      datedOn: date.nullable(),
      validUntil: date.nullable(),
      /** Whether the pack holds it as a file, or only its number is known. */
      hasFile: z.boolean(),
    }),
  ),
  /** Papers the law asks of a lot (农产品质量安全法, 动物防疫法) that were not there on the day it left. */
  missing: z.array(
    z.object({ kind: z.enum(['lotCertificate', 'quarantine']), lotCode: z.string(), productName: z.string() }),
  ),
});

export const deliveryPaperRoutes = defineRoutes({
  'GET /orders/{id}/parcels/{parcelId}/papers': {
    summary:
      'What goes with a delivery (索证索票, 食品安全法 art. 53): licences, test reports, certificates of compliance and of quarantine of its lots, as valid on the day it left',
    access: orderAccess,
    params: parcelOfOrder,
    response: deliveryPapersView,
    problems: ['NOT_FOUND'],
  },
  'GET /orders/{id}/parcels/{parcelId}/papers/file': {
    summary: 'The same as one zip: a list as PDF and JSON, and every file that was handed in',
    access: orderAccess,
    params: parcelOfOrder,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /parcels/{id}/papers/file': {
    summary: "A delivery's papers for the supplier that sent it and for auditors of its place",
    access: only('supplier', 'auditor'),
    params: z.strictObject({ id: uuid }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /supplier/orders/print': {
    summary:
      'The same of what is still to be sent of up to 100 orders as one PDF, in the order of their ids, which commas divide',
    access: only('supplier'),
    query: z.strictObject({ ids: z.string().max(3699), paper: z.enum(['packingList', 'addressLabel']) }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'INVALID_INPUT'],
  },
  'GET /supplier/orders/{id}/print': {
    summary:
      'A packing list or an address label as PDF: of a parcel with its lots, or of what is still to be sent where none is named',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ paper: z.enum(['packingList', 'addressLabel']), parcel: uuid.optional() }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
});
