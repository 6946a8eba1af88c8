import { z } from 'zod';
import { instant, uuid } from '../core/scalars';
import { defineRoutes, session } from '../core/route';

/** Lists of the console in which something waits for whoever opens them. */
export const WAITING = [
  'toShip',
  'claims',
  'disputes',
  'invoices',
  'measures',
  'dossiersBack',
  'recognitionsBack',
  'changesBack',
  'applicationsBack',
  'renewals',
  'mandates',
  'papersEnding',
  'casesOpen',
  'rechecksOpen',
  'runningOut',
  'lotsEnding',
  'recalls',
  'unpaid',
  'owed',
  'held',
  'contests',
  'reviews',
  'questions',
  'settingsProposed',
  'rolesProposed',
  'rectifications',
  'contestsRaised',
  'certificatesEnding',
  'recommending',
  'stamping',
  'checking',
  'reviewing',
  'dossiers',
  'recognitions',
  'changes',
  'objections',
  'certificates',
  'rechecks',
  'inspections',
  'proposals',
  'appeals',
  'runs',
  'payouts',
  'accounts',
  'adjustments',
  'differences',
  'transfers',
  'returns',
  'mediation',
  'mediationMine',
  'deadLetters',
  'calendar',
] as const;

/** What a supplier has and does before it sells. Without `areas` it delivers to the whole mainland, without `freight` for nothing. */
export const SELLING_STEPS = ['admitted', 'account', 'areas', 'freight', 'product', 'offer'] as const;

export const todayRoutes = defineRoutes({
  'GET /me/today': {
    summary: 'What waits for the caller, list by list, and what is left to do before they sell',
    access: session,
    response: z.object({
      asOf: instant,
      /** `late`: of them, past their day; `next`: until when the first of the others has to be done; `since`: the oldest, of what has no day. */
      data: z.array(
        z.object({
          what: z.enum(WAITING),
          count: z.number().int(),
          late: z.number().int(),
          next: instant.nullable(),
          since: instant.nullable(),
        }),
      ),
      /** Suppliers that are not ready; empty where all are. */
      ready: z.array(z.object({ supplierId: uuid, name: z.string(), met: z.array(z.enum(SELLING_STEPS)) })),
    }),
  },
});
