import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { APPLICATION_STATES } from './application-states';
import { applicationRoutes } from './applications';
import { findingView, supplierKind } from './findings';
import { inspectionRoutes } from './inspections';
import { publicNoticeRoutes } from './public-notices';
import { reviewRoutes } from './review';
import { standardRoutes } from './standards';

export const standing = z.enum(['applicant', 'certified', 'warned', 'rectifying', 'suspended', 'exited']);

export const registerEntry = z.object({
  supplierId: uuid,
  name: bilingual,
  kind: supplierKind,
  uscc: z.string(),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  standing,
  certifiedOn: date.nullable(),
  validUntil: date.nullable(),
});

export const supplierPage = registerEntry.extend({
  /** Licence display (电子商务法 art. 15). */
  establishedOn: date,
  licenceValidUntil: date.nullable(),
  foodLicences: z.array(z.object({ number: z.string(), validUntil: date.nullable() })),
  /** Households linked to the supplier; null under ten, since small counts point at people. */
  linkedHouseholds: z.number().int().nullable(),
  standardVersion: z.string().nullable(),
  findings: z.array(findingView),
});

export const applicationView = z.object({
  id: uuid,
  supplierId: uuid,
  supplierName: z.string(),
  kind: supplierKind,
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  state: z.enum(APPLICATION_STATES),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
});

export const admissionRoutes = defineRoutes({
  ...standardRoutes,
  ...applicationRoutes,
  ...reviewRoutes,
  ...inspectionRoutes,
  ...publicNoticeRoutes,
  'GET /register/suppliers': {
    summary: 'The public register: every admitted supplier with standing and validity',
    access: open,
    query: z.strictObject({
      q: text(80).optional(),
      province: regionCode.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(registerEntry),
  },
  'GET /suppliers/{id}': {
    summary: "A supplier's public page: licences, standing and the findings that gave the right to sell",
    access: open,
    params: z.strictObject({ id: uuid }),
    response: supplierPage,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/applications': {
    summary: "Applications within the caller's jurisdiction, newest first",
    access: only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'),
    query: z.strictObject({ state: z.enum(APPLICATION_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(applicationView),
  },
  'GET /admission/applications/{id}': {
    summary: 'One application with the findings of the standard it was judged by',
    access: only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'),
    params: z.strictObject({ id: uuid }),
    response: applicationView.extend({ standardVersion: z.string(), findings: z.array(findingView) }),
    problems: ['NOT_FOUND'],
  },
});
