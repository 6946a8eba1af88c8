import { z } from 'zod';
import { regionCode, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

const bySupplier = z.strictObject({ supplierId: uuid });
const place = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });
const counted = z.number().int();

export const deliveryAreasView = z.object({
  /** Of the places that are named: the same again where they are the same. */
  version: z.number().int(),
  /** Places that hold all that lies in them; none named means everywhere in the mainland. */
  data: z.array(place),
  /** The fewest places that hold all that is not delivered to. */
  notServed: z.array(place),
  /** Counties (and cities without any) that are delivered to, of all there are. */
  counties: z.object({ served: counted, all: counted }),
});

/** More than there are prefectures: whoever names so many leaves out single counties nearly everywhere. */
const MOST_AREAS = 3_500;

export const deliveryAreaRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/delivery-areas': {
    summary: 'Where a supplier delivers to and where not; no place named means everywhere in the mainland',
    access: open,
    params: bySupplier,
    response: deliveryAreasView,
    versioned: 'read',
  },
  'PUT /suppliers/{supplierId}/delivery-areas': {
    summary: 'Sets where the own organisation delivers to, in the place of what was set before',
    access: only('supplier'),
    params: bySupplier,
    body: z.strictObject({ areas: z.array(regionCode).min(1).max(MOST_AREAS) }),
    response: deliveryAreasView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'REGION_UNKNOWN', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
