import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, open } from '../core/route';
import { findingView, supplierKind } from './findings';
import { groundView, MEASURE_STATES } from './measure-views';
import { ISSUER_KINDS } from './recognitions';

export const standing = z.enum(['applicant', 'certified', 'warned', 'rectifying', 'suspended', 'exited']);
export const STANDINGS_SHOWN = ['certified', 'warned', 'rectifying', 'suspended', 'exited'] as const;
const PUBLIC_MEASURES = [
  'warning',
  'rectification',
  'productDelisting',
  'suspension',
  'exit',
  'reAdmissionBar',
] as const;

export const registerEntry = z.object({
  supplierId: uuid,
  name: bilingual,
  kind: supplierKind,
  uscc: z.string(),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  standing,
  certifiedOn: date.nullable(),
  validUntil: date.nullable(),
  /** Whether it may sell today: in standing, and within its term. */
  maySell: z.boolean(),
});

/** A criterion as the public reads it: what it rests on, what a program found, and how the reviewers of that round ticked it. */
const publicFinding = findingView.extend({
  subject: z.enum(['supplier', 'product', 'lot', 'process']),
  /** Law, notice or local practice it comes from. */
  source: z.string(),
  providedBy: bilingual,
  howVerified: bilingual.nullable(),
  /** Of the reviewers who decided, how many ticked it how; null where nobody did. Notes may name people and stay inside. */
  people: z.object({ pass: z.number().int(), fail: z.number().int(), notApplicable: z.number().int() }).nullable(),
});

export const supplierPage = registerEntry.extend({
  /** The standing of today holds since this day. */
  standingSince: date,
  /** Licence display (电子商务法 art. 15). */
  establishedOn: date,
  licenceValidUntil: date.nullable(),
  foodLicences: z.array(z.object({ number: z.string(), validUntil: date.nullable() })),
  /** Certificates that stand behind its products, as approved. */
  certificates: z.array(z.object({ kind: z.string(), number: z.string(), validUntil: date.nullable() })),
  /** Households linked to the supplier; null under ten, since small counts point at people. */
  linkedHouseholds: z.number().int().nullable(),
  standardVersion: z.string().nullable(),
  findings: z.array(publicFinding),
  /** Who recommended it and when, department by department. */
  recommendedBy: z.array(z.object({ department: z.enum(['agriculture', 'revitalisation']), signedOn: date })),
  products: z.array(
    z.object({
      productId: uuid,
      name: z.string(),
      onSale: z.boolean(),
      recognition: z
        .object({ id: uuid, issuerKind: z.enum(ISSUER_KINDS), issuerName: z.string(), validUntil: date })
        .nullable(),
    }),
  ),
  /** Published measures (电子商务法 art. 36), those in force first. */
  measures: z.array(
    z.object({
      id: uuid,
      kind: z.enum(PUBLIC_MEASURES),
      state: z.enum(MEASURE_STATES),
      ground: groundView.nullable(),
      reason: bilingual,
      startedOn: date,
      endsOn: date.nullable(),
      endedOn: date.nullable(),
      productId: uuid.nullable(),
    }),
  ),
  notices: z.array(
    z.object({ id: uuid, kind: z.enum(['application', 'recognition']), endsOn: date, publishedAt: instant }),
  ),
});

const filters = {
  /** Any part of a name, Chinese or English; or a whole social credit code or register number. */
  q: text(80).optional(),
  province: regionCode.optional(),
  county: regionCode.optional(),
  kind: supplierKind.optional(),
  standing: z.enum(STANDINGS_SHOWN).optional(),
};

export const registerRoutes = defineRoutes({
  'GET /register/suppliers': {
    summary: 'The public register: every admitted supplier with standing and validity',
    access: open,
    query: z.strictObject({ ...filters, cursor: cursor.optional(), limit }),
    response: page(registerEntry),
  },
  'GET /register/suppliers/file': {
    summary: 'The register as a file for machines, of one province at a time',
    access: open,
    query: z.strictObject({ province: regionCode, format: z.enum(['xlsx', 'csv', 'json']) }),
    response: z.instanceof(Uint8Array),
    download: true,
  },
  'GET /register/summary': {
    summary: 'How many suppliers stand how, by province',
    access: open,
    response: z.object({
      asOf: date,
      data: z.array(
        z.object({
          province: z.object({ code: regionCode, name: z.string() }),
          suppliers: z.number().int(),
          maySell: z.number().int(),
          underMeasures: z.number().int(),
          suspended: z.number().int(),
          exited: z.number().int(),
        }),
      ),
    }),
    cacheSeconds: 60,
  },
  'GET /certificates/{id}/picture': {
    summary: 'A licence or certificate behind an offer, marked as being for display only',
    access: open,
    params: z.strictObject({ id: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /suppliers/{id}': {
    summary:
      "A supplier's public page: licences, certificates, standing, measures, and the findings that gave the right to sell",
    access: open,
    params: z.strictObject({ id: uuid }),
    response: supplierPage,
    problems: ['NOT_FOUND'],
  },
});
