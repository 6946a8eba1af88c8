import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { instant, uuid } from '../core/scalars';
import { CONSENT_KINDS, DELETION_HINDRANCES } from './account-names';
import { phone, smsCode } from './routes';

const consentView = z.object({
  kind: z.enum(CONSENT_KINDS),
  /** Of the text that was agreed to. */
  version: z.string(),
  given: z.boolean(),
  at: instant,
});

/** A code sent to the own phone; whoever has an authenticator shows that one instead (POST /sessions/second-factor) and sends none. */
const stepUp = z.strictObject({ code: z.strictObject({ requestId: uuid, phone, code: smsCode }).nullable() });

export const deletionView = z.object({
  /** Null where it was not asked for. */
  askedAt: instant.nullable(),
  /** From then on it is done, once nothing stands open; until then it can be taken back. */
  dueAt: instant.nullable(),
  /** What is not over, and how many of it. */
  open: z.array(z.object({ what: z.enum(DELETION_HINDRANCES), count: z.number().int() })),
});

/** What people decide about what is kept of them (PIPL art. 15, 45, 47). */
export const privacyRoutes = defineRoutes({
  'GET /me/consents': {
    summary: 'All the account agreed to and took back, the last first',
    access: session,
    response: z.object({ data: z.array(consentView) }),
  },
  'PUT /me/consents': {
    summary: 'Agrees to the text in force, or takes that back; said twice, it stands once',
    access: session,
    body: z.strictObject({ kind: z.enum(CONSENT_KINDS), version: z.string().max(20), given: z.boolean() }),
    response: z.object({ data: z.array(consentView) }),
    problems: ['CONSENT_STANDS', 'RATE_LIMITED'],
  },
  'PUT /me/preferences': {
    summary: 'How the account wants pages on whatever device: in larger type (长辈版) or not',
    access: session,
    body: z.strictObject({ elder: z.boolean() }),
    response: z.void(),
    status: 204,
  },
  'POST /me/export': {
    summary: 'All that is kept of the person, opened, as one JSON file',
    access: session,
    body: stepUp,
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['WRONG_CODE', 'STEP_UP_REQUIRED', 'RATE_LIMITED'],
  },
  'GET /me/deletion': {
    summary: 'Whether the account is to be deleted, and what stands against it',
    access: session,
    response: deletionView,
  },
  'POST /me/deletion': {
    summary: 'Asks for the account to be deleted; it is done after days in which that can be taken back',
    access: session,
    body: stepUp,
    response: deletionView,
    problems: ['WRONG_CODE', 'STEP_UP_REQUIRED', 'ACCOUNT_IN_USE'],
  },
  'DELETE /me/deletion': {
    summary: 'Takes the wish back; the account stays as it is',
    access: session,
    response: deletionView,
  },
});
