import { z } from 'zod';
import { cursor, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { APPLICATION_STATES } from './application-states';
import { applicationRoutes } from './applications';
import { editionRoutes } from './catalogue-editions';
import { findingView, supplierKind } from './findings';
import { inspectionRoutes } from './inspections';
import { listingRoutes } from './listings';
import { paperRoutes } from './papers';
import { progressRoutes } from './progress';
import { publicNoticeRoutes } from './public-notices';
import { registerRoutes } from './public-register';
import { recognitionRoutes } from './recognitions';
import { reviewRoutes } from './review';
import { standardRoutes } from './standards';
import { caseRoutes } from './cases';
import { certificateRoutes } from './certificates';
import { exitRoutes } from './exits';
import { measureRoutes } from './measures';
import { recheckRoutes } from './rechecks';
import { trailRoutes } from './trail';
import { spotCheckRoutes } from './spot-checks';
import { supplierPaperRoutes } from './supplier-papers';
import { watchingRoutes } from './watching';

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
  ...paperRoutes,
  ...progressRoutes,
  ...reviewRoutes,
  ...inspectionRoutes,
  ...publicNoticeRoutes,
  ...listingRoutes,
  ...recognitionRoutes,
  ...editionRoutes,
  ...registerRoutes,
  ...caseRoutes,
  ...certificateRoutes,
  ...exitRoutes,
  ...measureRoutes,
  ...recheckRoutes,
  ...spotCheckRoutes,
  ...supplierPaperRoutes,
  ...watchingRoutes,
  ...trailRoutes,
  'GET /admission/applications': {
    summary: "Applications within the caller's jurisdiction, newest first; narrowed by the supplier's name",
    access: only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'),
    query: z.strictObject({
      state: z.enum(APPLICATION_STATES).optional(),
      q: text(60).optional(),
      sort: z.enum(['submitted', '-submitted']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
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
