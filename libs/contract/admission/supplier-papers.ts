import { z } from 'zod';
import { uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

const upload = { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 };
const kept = z.object({ fileId: uuid, mediaType: z.string(), pages: z.number().int() });
const problems = [
  'NOT_FOUND',
  'DOCUMENT_REFUSED',
  'TOO_MANY_DOCUMENTS',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const;

/** What is handed in while a supplier is watched; `GET /admission/papers/{fileId}` gives the bytes back. */
export const supplierPaperRoutes = defineRoutes({
  'POST /supplier/papers': {
    summary: 'Hands in a paper as the bytes of the request; what is stated and handed in names it by the id',
    access: only('supplier'),
    query: z.strictObject({ supplierId: uuid }),
    upload,
    response: kept,
    status: 201,
    problems,
  },
  'POST /admission/suppliers/{id}/papers': {
    summary: 'Keeps a paper about a supplier, such as the report of a laboratory or the page of a credit register',
    access: only('reviewer', 'countyAgriculture', 'countyRevitalisation'),
    params: z.strictObject({ id: uuid }),
    upload,
    response: kept,
    status: 201,
    problems,
  },
});
