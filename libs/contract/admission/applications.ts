import { z } from 'zod';
import { bilingual, date, instant, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, session, type Access } from '../core/route';
import { FORM_STEPS, LINKAGE_MODELS, applicationForm } from './application-form';
import { APPLICATION_STATES } from './application-states';
import { findingView, supplierKind } from './findings';
import { documentView, mandateView } from './papers';

const place = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });
const byId = z.strictObject({ id: uuid });
const own = only('supplier');
const readers: Access = only(
  'supplier',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
);

/** What an application still lacks, and where it is filled in. */
export const missingView = z.object({
  step: z.enum([...FORM_STEPS, 'documents', 'households', 'mandate']),
  pointer: z.string(),
  sentence: bilingual,
  /** Without it nothing can be handed in; else it is what the standard will ask for. */
  required: z.boolean(),
});

export const correctionAsked = z.object({
  reason: z.string(),
  fields: z.array(z.object({ pointer: z.string(), note: z.string() })),
  dueOn: date,
});

/** An application as its applicant works on it, and as those read it who judge it. */
export const applicationFile = z.object({
  id: uuid,
  supplierId: uuid,
  supplierName: z.string(),
  state: z.enum(APPLICATION_STATES),
  round: z.number().int(),
  standard: z.string(),
  form: applicationForm,
  documents: z.array(documentView),
  households: z.object({
    count: z.number().int(),
    byModel: z.array(z.object({ model: z.enum(LINKAGE_MODELS), count: z.number().int() })),
  }),
  mandate: mandateView.nullable(),
  /** How it stands with the account at the licensed institution, as it reports. */
  merchant: z.enum(['none', 'pending', 'active', 'rejected']),
  missing: z.array(missingView),
  /** What machines would find if it were handed in today; after submission, what they found. */
  findings: z.array(findingView),
  /** Whether the caller may change it at present. */
  editable: z.boolean(),
  correction: correctionAsked.nullable(),
  savedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  version: z.number().int(),
});

const editing = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;

/** What a machine says while somebody types. */
const typedCheck = z.object({
  field: z.enum(['uscc', 'kind', 'countyCode', 'licenceValidUntil', 'foodLicence', 'establishedOn']),
  result: z.enum(['pass', 'fail', 'hint']),
  check: z.string(),
  sentence: bilingual,
});

export const applicationRoutes = defineRoutes({
  'POST /admission/checks': {
    summary: 'Machine checks while typing: code, licence number, county list, dates; nothing is kept',
    access: session,
    body: z.strictObject({
      uscc: text(40, 0).optional(),
      kind: supplierKind.optional(),
      countyCode: regionCode.optional(),
      licenceValidUntil: date.optional(),
      establishedOn: date.optional(),
      foodLicence: z
        .strictObject({
          number: text(20, 0),
          validUntil: date.optional(),
          scClass: z
            .string()
            .regex(/^\d{3}$/)
            .optional(),
        })
        .optional(),
    }),
    response: z.object({ data: z.array(typedCheck) }),
  },
  'GET /me/applications': {
    summary:
      "Applications of the caller's own organisations, newest first; or those to correct, or those whose admission ends soon and is not applied for anew",
    access: own,
    query: z.strictObject({ waiting: z.enum(['correction', 'renewal']).optional() }),
    response: z.object({
      data: z.array(
        z.object({
          id: uuid,
          supplierId: uuid,
          supplierName: z.string(),
          kind: supplierKind,
          county: place,
          state: z.enum(APPLICATION_STATES),
          savedAt: instant.nullable(),
          submittedAt: instant.nullable(),
          decidedAt: instant.nullable(),
          decisionReason: z.string().nullable(),
        }),
      ),
    }),
  },
  'POST /admission/applications': {
    summary: "Begins an application of one of the caller's organisations; a second open one is refused",
    access: own,
    body: z.strictObject({ supplierId: uuid }),
    response: applicationFile,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', 'APPLICATION_OPEN', 'RE_ADMISSION_BARRED', 'EXIT_RUNNING'],
  },
  'GET /admission/applications/{id}/file': {
    summary: 'Form, papers, households in numbers, what is missing, and the findings',
    access: readers,
    params: byId,
    response: applicationFile,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /admission/applications/{id}/rounds': {
    summary: 'What was handed in round by round, to be compared',
    access: readers,
    params: byId,
    response: z.object({
      /** A form is null where an earlier version of the house did not keep it. */
      data: z.array(
        z.object({
          round: z.number().int(),
          submittedAt: instant,
          form: applicationForm.nullable(),
          /** The papers that were handed in with it, those taken back since among them. */
          papers: z.array(documentView.pick({ id: true, kind: true, name: true, uploadedAt: true })),
        }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
  'PUT /admission/applications/{id}/form': {
    summary: 'Saves steps of the form as they are; a step that is left out stays as it was',
    access: own,
    params: byId,
    body: applicationForm,
    response: applicationFile,
    versioned: 'write',
    problems: editing,
  },
  'POST /admission/applications/{id}/submit': {
    summary:
      'Hands it in, or hands it in again; failed machine checks are findings and stop nothing, missing particulars do',
    access: own,
    params: byId,
    response: applicationFile,
    versioned: 'write',
    problems: [...editing, 'APPLICATION_INCOMPLETE', 'RE_ADMISSION_BARRED'],
  },
  'POST /admission/applications/{id}/withdraw': {
    summary: 'The applicant takes it back, with the reason',
    access: own,
    params: byId,
    body: z.strictObject({ reason: text(1000, 2) }),
    response: applicationFile,
    versioned: 'write',
    problems: editing,
  },
  'GET /admission/applications/{id}/assessment': {
    summary: 'Judges a submission again as of a day: the same evidence, standard and day give the same bytes',
    access: only('auditor', 'reviewer', 'operator', 'countyAgriculture', 'countyRevitalisation'),
    params: byId,
    query: z.strictObject({
      round: z.coerce.number().int().min(1).max(99).optional(),
      asOf: date.optional(),
      standard: text(20).optional(),
    }),
    response: z.object({
      applicationId: uuid,
      round: z.number().int(),
      standard: z.string(),
      asOf: date,
      findings: z.array(findingView),
      /** SHA-256 of the findings in canonical JSON. */
      hash: z.string(),
      /** Whether these are the very findings that were written when it was handed in; null on another day or standard. */
      sameAsKept: z.boolean().nullable(),
    }),
    problems: ['NOT_FOUND'],
  },
});
