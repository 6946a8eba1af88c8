import { z } from 'zod';
import { regionCode } from '../core/scalars';
import { defineRoutes, open } from '../core/route';

export const regionView = z.object({
  code: regionCode,
  name: z.string(),
  level: z.enum(['province', 'prefecture', 'county']),
  parentCode: regionCode.nullable(),
  side: z.enum(['east', 'west']).nullable(),
});

export const pairingView = z.object({
  eastCode: regionCode,
  eastName: z.string(),
  westCode: regionCode,
  westName: z.string(),
  nickname: z.string(),
  effectiveFrom: z.string(),
  source: z.string(),
});

export const registryRoutes = defineRoutes({
  'GET /regions': {
    summary: 'Regions directly below one (GB/T 2260), or the provinces where none is named; for address cascades',
    access: open,
    query: z.strictObject({ parent: regionCode.optional() }),
    response: z.object({ data: z.array(regionView) }),
    cacheSeconds: 3600,
  },
  'GET /pairings': {
    summary: 'East-west pairings in force, in code order, each with its source',
    access: open,
    response: z.object({ data: z.array(pairingView) }),
    cacheSeconds: 3600,
  },
});
