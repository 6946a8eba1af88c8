import { z } from 'zod';
import { uuid } from '../core/scalars';
import { cameraUpload, defineRoutes, only, open } from '../core/route';
import { pictureView } from './listing-fields';

const A_YEAR = 31_536_000;

export const pictureRoutes = defineRoutes({
  'POST /suppliers/{supplierId}/products/{productId}/pictures': {
    summary:
      'Hands in a photograph of the own product, or a film that begins with one (frameId); shown once a change that names it is confirmed',
    access: only('supplier'),
    params: z.strictObject({ supplierId: uuid, productId: uuid }),
    query: z.strictObject({ frameId: uuid.optional() }),
    upload: { ...cameraUpload, mediaTypes: [...cameraUpload.mediaTypes, 'image/webp'] },
    response: pictureView,
    status: 201,
    problems: ['NOT_FOUND', 'PICTURE_REFUSED', 'TOO_MANY_PICTURES', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  'GET /pictures/{name}': {
    summary: 'A picture or film under the hash of what it is, kept for a year; of a film also a piece (Range)',
    access: open,
    params: z.strictObject({
      name: z.string().regex(/^[0-9a-f]{64}\.(avif|webp|jpg|mp4|webm)$/, 'a hash with its kind'),
    }),
    response: z.instanceof(Uint8Array),
    download: true,
    cacheSeconds: A_YEAR,
    problems: ['NOT_FOUND'],
  },
});
