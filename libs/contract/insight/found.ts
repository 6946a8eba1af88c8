import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { text, uuid } from '../core/scalars';

/** Kinds of things that have a page of their own. */
const FOUND = [
  ...(['order', 'ownDispute', 'dispute', 'lot', 'agreement', 'product', 'supplier'] as const),
  ...(['application', 'case', 'statement', 'household'] as const),
] as const;

export const foundRoutes = defineRoutes({
  'GET /me/found': {
    summary: 'What the caller may open whose number begins so or whose name holds it, a few of each kind',
    access: session,
    query: z.strictObject({ q: text(40, 2) }),
    response: z.object({
      data: z.array(
        z.object({
          kind: z.enum(FOUND),
          id: uuid,
          /** Whose a product is: several sell one. */
          supplierId: uuid.nullable(),
          /** Its number or name, and whose it is or until when it counts. */
          name: z.string(),
          about: z.string().nullable(),
          exact: z.boolean(),
        }),
      ),
    }),
  },
});
