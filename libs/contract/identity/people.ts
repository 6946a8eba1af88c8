import { z } from 'zod';
import { proposalView } from '../core/proposal';
import { PLATFORM_ROLES, ROLES } from '../core/roles';
import { cursor, date, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { grantView, phone } from './routes';

const OFFICE_ROLES = ['countyAgriculture', 'countyRevitalisation'] as const;

/** Roles of the platform end by two operators: one proposes, another confirms or refuses. */
const STEPS = [
  ...(['end', 'handOver', 'propose', 'withdraw', 'confirm', 'refuse'] as const),
  /** A second factor that somebody has lost: asked for by one operator, taken off or kept by another; of the platform after a day. */
  ...(['askFactorOff', 'keepFactor', 'takeFactorOff'] as const),
] as const;

/** One role of one person. */
const heldView = grantView.extend({
  id: uuid,
  name: z.string(),
  /** The last day of somebody who acts for a time; null lasts. */
  until: date.nullable(),
  /** In whose place. */
  deputyFor: z.string().nullable(),
  mine: z.boolean(),
  /** Of its end, or of taking off a lost second factor, for operators. */
  proposal: proposalView,
  /** What the reader may do with it. */
  may: z.array(z.enum(STEPS)),
});

/**
 * A role of the platform that somebody is offered: two operators give it. Here to who reads as an operator, until it is taken; as is
 * that of somebody whose lost factor was taken off, until they have enrolled another.
 */
const offerView = grantView.pick({ role: true, jurisdiction: true }).extend({
  id: uuid,
  name: z.string(),
  /** Its last digits, of somebody new. */
  phone: z.string().nullable(),
  proposal: proposalView,
  /** To be told in person by whom it is shown to, the operator who confirmed: without it no second factor is enrolled. */
  invitation: z.string().nullable(),
  may: z.array(z.enum(['withdraw', 'confirm', 'refuse'])),
});

const keepers = only('supplier', 'countyAgriculture', 'countyRevitalisation', 'operator');

export const peopleRoutes = defineRoutes({
  'GET /people': {
    summary: 'Who acts as what: the own team, for operators everybody',
    access: keepers,
    query: z.strictObject({
      role: z.enum(ROLES).optional(),
      /** A part of a name. */
      q: text(40).optional(),
      /** What waits for the caller as the second operator. */
      waiting: z.enum(['me']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(heldView).extend({ offers: z.array(offerView) }),
    problems: ['INVALID_INPUT'],
  },
  'POST /people': {
    summary:
      'Let somebody act who signs in by a code to their phone; a role of the platform is offered, and given by a second operator',
    access: keepers,
    body: z.strictObject({
      /** Of somebody new, both. */
      displayName: text(40).optional(),
      phone: phone.optional(),
      as: z.union([
        /** The own grant that is shared; `deputy`: in the caller's place. */
        z.strictObject({ grantId: uuid, deputy: z.boolean() }),
        z.strictObject({ role: z.enum(OFFICE_ROLES), regionCode }),
        /** `colleague`: a grant of somebody who has a role of the platform already. */
        z.strictObject({
          platform: z.enum(PLATFORM_ROLES),
          regionCode: regionCode.optional(),
          colleague: uuid.optional(),
          reason: text(200, 2),
        }),
      ]),
      until: date.optional(),
    }),
    response: z.object({ id: uuid }),
    status: 201,
    problems: ['NOT_FOUND', 'RATE_LIMITED', 'STEP_UP_REQUIRED', 'DUTIES_APART'],
  },
  'POST /people/{id}/steps': {
    summary:
      'End a role, hand the own one over, or decide on an offered one (`id`: of the offer); holds from the next request on',
    access: keepers,
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({ step: z.enum(STEPS), reason: text(200, 2) }),
    response: z.object({ id: uuid }),
    problems: ['NOT_FOUND', 'LAST_OF_TEAM', 'STEP_UP_REQUIRED', 'DUTIES_APART'],
  },
});
