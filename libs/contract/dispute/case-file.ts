import { z } from 'zod';
import { uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

const readers = only('mediator', 'operator', 'auditor');

export const caseFileRoutes = defineRoutes({
  'GET /mediation/disputes/{id}/case-file': {
    summary: 'The whole case as a paper (PDF): goods, words, evidence with hashes, decisions, who acted, the trail',
    access: readers,
    params: z.strictObject({ id: uuid }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /mediation/disputes/{id}/papers/{fileId}': {
    summary: 'A file of the case',
    access: readers,
    params: z.strictObject({ id: uuid, fileId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
});
