import { z } from 'zod';
import { text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { product } from './channel-scalars';

const keeper = only('operator');

/** What an operator picks from while filling shelves, naming funders and granting licences. */
export const channelPickerRoutes = defineRoutes({
  'GET /catalogue/channel-products': {
    summary: 'Up to 20 products by a part of their name, for shelves and licences; of one supplier where it is named',
    access: keeper,
    query: z.strictObject({ q: text(60, 0).optional(), supplier: uuid.optional() }),
    response: z.object({ data: z.array(product) }),
  },
  'GET /catalogue/channel-organisations': {
    summary: 'Up to 20 organisations by a part of their name, to bear a share of a discount or to be licensed',
    access: keeper,
    query: z.strictObject({ q: text(60, 1) }),
    response: z.object({ data: z.array(z.object({ id: uuid, name: z.string() })) }),
  },
});
