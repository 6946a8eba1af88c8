import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { bilingual, instant, limit, money, slug } from '../core/scalars';
import { productCard } from './routes';

export const favouriteView = z.object({
  slug,
  name: bilingual,
  keptAt: instant,
  /** What it cost when it was kept, or the lowest it cost since; null where nobody could sell it yet. */
  seenPrice: money.nullable(),
  /** As it stands in a list; null while nobody may sell it. */
  card: productCard.nullable(),
});

const bySlug = z.strictObject({ slug });

export const favouriteRoutes = defineRoutes({
  'GET /me/favourites': {
    summary: 'Products the account keeps, the last kept first; `slugs` names all of them, at most 100',
    access: session,
    query: z.strictObject({ limit }),
    response: z.object({ data: z.array(favouriteView), slugs: z.array(slug) }),
  },
  'PUT /me/favourites/{slug}': {
    summary: 'Keeps a product; kept twice, it is kept once',
    access: session,
    params: bySlug,
    response: z.void(),
    status: 204,
    problems: ['NOT_FOUND', 'FAVOURITES_FULL'],
  },
  'DELETE /me/favourites/{slug}': {
    summary: 'Keeps a product no longer; also where it was not kept',
    access: session,
    params: bySlug,
    response: z.void(),
    status: 204,
  },
});
