import { z } from 'zod';
import { bilingual, cursor, date, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { byId } from './channel-scalars';

/** How a geographical indication may be registered; one name may be so in several ways. */
export const GI_KINDS = ['地理标志保护产品', '地理标志商标', '农产品地理标志'] as const;

const days = { validFrom: date.nullable(), validUntil: date.nullable() };
const content = {
  kinds: z
    .array(z.enum(GI_KINDS))
    .min(1)
    .max(GI_KINDS.length)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'each kind once'),
  /** Who holds the registration; empty where the source does not say. */
  holder: text(120, 0),
  /** Number of the certificate, announcement or registered mark; empty where the source does not say. */
  markNumber: text(60, 0),
  /** Both included; null where the source names no day. */
  ...days,
  /** Where the register can be read: an address, or the number and date of the announcement. */
  source: text(300, 4),
};
const inOrder = ({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) =>
  validFrom === null || validUntil === null || validFrom <= validUntil;

const shown = { id: uuid, name: bilingual, ...content };
export const indicationCard = z.object({
  ...shown,
  state: z.enum(['coming', 'inForce', 'expired']),
  /** Suppliers with a verified certificate that names it and is valid today. */
  users: z.number().int(),
});
/** Who has shown a certificate to use it, and for what. */
const user = z.object({
  supplier: z.object({ id: uuid, name: z.string() }),
  product: z.object({ id: uuid, name: bilingual }).nullable(),
  number: z.string(),
  validUntil: date,
  /** Whether the offer carries name and mark today: certificate and registration stand, and the product is called by it. */
  marked: z.boolean(),
});

const keeper = only('operator');
const readers = only('operator', 'reviewer', 'auditor');
const view = indicationCard.extend({ version: z.number().int() });

export const indicationRoutes = defineRoutes({
  'GET /catalogue/indications': {
    summary: 'The register of geographical indications, the newest entry first; q is a part of name, holder or number',
    access: readers,
    query: z.strictObject({ q: text(60).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(indicationCard),
  },
  'GET /catalogue/indications/{id}': {
    summary: 'An entry of the register',
    access: readers,
    params: byId,
    response: view,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /catalogue/indications/{id}/users': {
    summary: 'Who has shown a certificate to use the indication, those whose certificate is over too, the latest first',
    access: readers,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(user),
    problems: ['NOT_FOUND'],
  },
  'POST /catalogue/indications': {
    summary: 'Enters an indication that a published register names; certificates may name it from now on',
    access: keeper,
    body: z
      .strictObject({ nameZh: text(40, 2), nameEn: text(80, 2), ...content })
      .refine(inOrder, 'ends after it starts'),
    response: view,
    status: 201,
    versioned: 'read',
    problems: ['INDICATION_TAKEN'],
  },
  'PUT /catalogue/indications/{id}': {
    summary: 'Puts an entry right; its Chinese name stays, since certificates name it',
    access: keeper,
    params: byId,
    body: z.strictObject({ nameEn: text(80, 2), ...content }).refine(inOrder, 'ends after it starts'),
    response: view,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
