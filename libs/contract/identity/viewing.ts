import { z } from 'zod';
import { defineRoutes, only, session } from '../core/route';
import { text, uuid } from '../core/scalars';

/** Looking on: the console as a supplier's people see it, for the operator who helps them (ux.md C21). */
export const viewingRoutes = defineRoutes({
  'POST /me/viewing': {
    summary:
      "Look at the console as a supplier's people see it, for thirty minutes: reading alone, sealed values and files stay closed. They are told, with the reason",
    access: only('operator'),
    body: z.strictObject({ supplierId: uuid, reason: text(500, 4) }),
    response: z.void(),
    status: 204,
    problems: ['NOT_FOUND', 'STEP_UP_REQUIRED'],
  },
  'DELETE /me/viewing': {
    summary: 'Look on no longer: the session is its own again',
    access: session,
    whileViewing: true,
    response: z.void(),
    status: 204,
  },
});
