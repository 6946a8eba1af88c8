import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { uuid } from '../core/scalars';
import { judgedList } from './business-views';

/** Leads of fairs that become purchase orders. */
export const purchaseLeadRoutes = defineRoutes({
  'GET /organisations/{id}/leads/{leadId}/purchase-list': {
    summary:
      'What the exhibitor of a lead has for sale of what was asked for, as lines to order from, each in its smallest quantity',
    access: only('businessBuyer'),
    params: z.strictObject({ id: uuid, leadId: uuid }),
    response: judgedList,
    problems: ['NOT_FOUND', 'DUTY_MISSING'],
  },
});
