import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, date, limit, page, text, uuid } from '../core/scalars';
import { CREDIT_REGISTERS, creditSnapshot, inspectionView } from './inspection-views';

const byId = z.strictObject({ id: uuid });
const inspectors = only('countyAgriculture', 'countyRevitalisation', 'reviewer');
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');

export const inspectionRoutes = defineRoutes({
  'POST /admission/applications/{id}/inspections': {
    summary: 'Orders an on-site inspection; while one is planned nobody can approve',
    access: inspectors,
    params: byId,
    body: z.strictObject({ plannedOn: date, reason: text(500, 2) }),
    response: inspectionView,
    status: 201,
    problems: ['NOT_FOUND', 'FOUR_EYES', 'NOT_AT_THIS_STEP'],
  },
  'GET /admission/inspections': {
    summary: "On-site inspections within the caller's jurisdiction",
    access: readers,
    query: z.strictObject({
      state: z.enum(['planned', 'reported', 'cancelled']).default('planned'),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(inspectionView),
  },
  'GET /admission/inspections/{id}': {
    summary: 'One on-site inspection',
    access: readers,
    params: byId,
    response: inspectionView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/inspections/{id}/report': {
    summary: 'Reports what was found on site, item by item',
    access: inspectors,
    params: byId,
    body: z.strictObject({
      visitedOn: date,
      place: text(200, 2),
      findings: z
        .array(
          z.strictObject({
            item: text(200, 2),
            result: z.enum(['pass', 'fail', 'notApplicable']),
            note: text(500, 0).default(''),
          }),
        )
        .min(1)
        .max(40),
      result: z.enum(['pass', 'improve', 'fail']),
      summary: text(2000, 2),
    }),
    response: inspectionView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'INSPECTION_UNSOUND'],
  },
  'POST /admission/inspections/{id}/cancel': {
    summary: 'Calls a planned inspection off, with a reason',
    access: inspectors,
    params: byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: inspectionView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'],
  },
  'POST /admission/inspections/{id}/files': {
    summary: 'Adds a photo or a paper of the visit while it is planned',
    access: inspectors,
    params: byId,
    upload: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: inspectionView,
    status: 201,
    versioned: 'read',
    problems: [
      'NOT_FOUND',
      'FOUR_EYES',
      'NOT_AT_THIS_STEP',
      'DOCUMENT_REFUSED',
      'TOO_MANY_DOCUMENTS',
      'BODY_TOO_LARGE',
    ],
  },
  'GET /admission/inspections/{id}/files/{fileId}': {
    summary: 'The bytes of one of them',
    access: readers,
    params: byId.extend({ fileId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/applications/{id}/credit': {
    summary: 'What the credit registers said, day by day',
    access: readers,
    params: byId,
    response: z.object({ data: z.array(creditSnapshot) }),
    problems: ['NOT_FOUND'],
  },
  'POST /admission/applications/{id}/credit': {
    summary: 'Notes what the credit registers say today; a snapshot is never changed, asked again',
    access: only('reviewer', 'countyAgriculture', 'countyRevitalisation'),
    params: byId,
    body: z.strictObject({
      snapshots: z
        .array(
          z.strictObject({
            register: z.enum(CREDIT_REGISTERS),
            status: z.enum(['clear', 'listed']),
            reason: text(500, 0).default(''),
            queriedOn: date,
            source: text(300, 2),
            /** The page of the register as it stood: a paper kept about this supplier. */
            fileId: uuid.optional(),
          }),
        )
        .min(1)
        .max(4),
    }),
    response: z.object({ data: z.array(creditSnapshot) }),
    status: 201,
    problems: ['NOT_FOUND', 'FOUR_EYES', 'SNAPSHOT_UNSOUND', 'PAPER_UNKNOWN'],
  },
});
