import { z } from 'zod';
import { ROLES } from '../core/roles';
import { defineRoutes, open, session } from '../core/route';
import { instant, regionCode, text, uuid } from '../core/scalars';
import { supplierKind } from '../registry/supplier-kinds';

/** Which app the session is for: each has its own cookie, so a shop session never opens the console. */
export const surface = z.enum(['shop', 'console']);
export const phone = z.string().regex(/^1\d{10}$/, 'eleven digits');
export const smsCode = z.string().regex(/^\d{6}$/, 'six digits');

export const grantView = z.object({
  role: z.enum(ROLES),
  /** The organisation acted for (supplier, buyer), where the role has one. */
  organisation: z.object({ id: uuid, name: z.string() }).nullable(),
  /** Region code whose prefix is the jurisdiction, where the role has one. */
  jurisdiction: z.object({ code: z.string(), name: z.string() }).nullable(),
});

export const meView = z.object({
  personId: uuid,
  displayName: z.string(),
  surface,
  grants: z.array(grantView),
  /** A grant of this person wants a second factor that this session has not shown yet. */
  secondFactorPending: z.boolean(),
  /** It wants one, and none was enrolled yet. */
  secondFactorMissing: z.boolean(),
  expiresAt: instant,
  /** How the account wants pages, on whatever device; null where it was never said. */
  preferences: z.object({ elder: z.boolean().nullable() }),
  /** What an operator looks at as a supplier's people see it, until when; their own roles rest meanwhile. */
  viewing: z.object({ name: z.string(), reason: z.string(), endsAt: instant }).nullable(),
});

export const signInView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signedIn'), me: meView }),
  /** Several people share the phone: choose one and send the same code again with personId. */
  z.object({ kind: z.literal('choosePerson'), people: z.array(z.object({ personId: uuid, displayName: z.string() })) }),
]);

export const sessionView = z.object({
  id: uuid,
  surface,
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});

export const identityRoutes = defineRoutes({
  'POST /sessions': {
    summary: 'Sign in by password (argon2id); sets the session cookie of the surface',
    access: open,
    whileViewing: true,
    body: z.strictObject({ surface, login: text(80), password: z.string().min(1).max(256) }),
    response: signInView,
    status: 201,
    problems: ['WRONG_CREDENTIALS', 'RATE_LIMITED'],
  },
  'POST /sms-codes': {
    summary:
      'Send a sign-in code to a phone: six digits, ten minutes, one use; answered alike whether the phone is known or not',
    access: open,
    whileViewing: true,
    body: z.strictObject({ phone }),
    response: z.object({ requestId: uuid, expiresAt: instant }),
    status: 202,
    problems: ['RATE_LIMITED'],
  },
  'POST /sessions/sms': {
    summary: 'Sign in by SMS code; on a shared phone answers the people to choose from',
    access: open,
    whileViewing: true,
    body: z.strictObject({ surface, requestId: uuid, phone, code: smsCode, personId: uuid.optional() }),
    response: signInView,
    status: 201,
    problems: ['WRONG_CODE', 'RATE_LIMITED'],
  },
  'POST /registrations/codes': {
    summary:
      'Send a code to the phone of somebody who wants to apply as a supplier, or to buy with an account; answered alike whether the phone is known or not',
    access: open,
    body: z.strictObject({ phone }),
    response: z.object({ requestId: uuid, expiresAt: instant }),
    status: 202,
    problems: ['RATE_LIMITED'],
  },
  'POST /registrations': {
    summary:
      'Register oneself and an organisation by the code of an SMS; signs in to the console. The organisation may do nothing but apply',
    access: open,
    body: z.strictObject({
      requestId: uuid,
      phone,
      code: smsCode,
      displayName: text(40),
      organisation: z.strictObject({ name: text(80), kind: supplierKind, countyCode: regionCode }),
    }),
    response: z.object({ me: meView, supplierId: uuid }),
    status: 201,
    problems: ['WRONG_CODE', 'RATE_LIMITED', 'INVALID_INPUT', 'SIGN_UP_PAUSED', 'DUTIES_APART'],
  },
  'POST /registrations/buyers': {
    summary:
      'Sign in to the shop by the code of an SMS; a phone nobody has is given an account. On a shared phone answers the people to choose from',
    access: open,
    body: z.strictObject({ requestId: uuid, phone, code: smsCode, personId: uuid.optional() }),
    response: signInView,
    status: 201,
    problems: ['WRONG_CODE', 'RATE_LIMITED', 'SIGN_UP_PAUSED'],
  },
  'POST /sessions/second-factor': {
    summary: 'Show the second factor (TOTP); the same code is never taken twice. Also refreshes a step-up',
    access: session,
    body: z.strictObject({ code: smsCode }),
    response: meView,
    problems: ['WRONG_CODE', 'RATE_LIMITED'],
  },
  'POST /me/second-factor': {
    summary:
      'Enrol an authenticator app (TOTP), once; from then on the console asks for it at every sign-in. Goes on under a new session',
    access: session,
    body: z.strictObject({
      /**
       * That it is they: in a role of the platform by the invitation that the operator told who gave it, in others by the password or
       * a code to the own phone.
       */
      by: z.union([
        z.strictObject({ invitation: text(12) }),
        z.strictObject({ password: z.string().min(1).max(256) }),
        z.strictObject({ requestId: uuid, phone, code: smsCode }),
      ]),
      /** As the app was given it, drawn by the page: base32 of 160 bits. */
      secret: z.string().regex(/^[A-Z2-7]{32}$/),
      /** What the app shows for it. */
      code: smsCode,
    }),
    response: meView,
    problems: ['WRONG_CODE', 'RATE_LIMITED', 'FORBIDDEN'],
  },
  'GET /me/second-factor': {
    summary: 'Whether the own second factor is enrolled, and by what one may enrol one now',
    access: session,
    response: z.object({ enrolledAt: instant.nullable(), by: z.array(z.enum(['password', 'phone'])) }),
  },
  'GET /me': { summary: 'Who is signed in, with roles', access: session, response: meView },
  'GET /me/sessions': {
    summary: 'Sessions of the signed-in person',
    access: session,
    response: z.object({ data: z.array(sessionView) }),
  },
  'DELETE /me/sessions/{id}': {
    summary: 'End one of the own sessions; it is gone on the next request',
    access: session,
    params: z.strictObject({ id: uuid }),
    response: z.void(),
    status: 204,
  },
  'DELETE /sessions/current': {
    summary: 'Sign out',
    access: session,
    whileViewing: true,
    response: z.void(),
    status: 204,
  },
});
