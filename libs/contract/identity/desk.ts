import { z } from 'zod';
import { defineRoutes, session } from '../core/route';
import { text } from '../core/scalars';

const name = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
/** Of an address; a sign that is half of one, or none, is kept nowhere. */
const search = z
  .string()
  .max(2000)
  .refine((value) => !/[\p{Cs}\p{Cc}]/u.test(value), 'whole characters');
const columns = z.array(name).max(30);
const look = { hidden: columns, order: columns };
const kept = {
  list: name,
  look: z.strictObject(look),
  views: z.array(z.strictObject({ name: text(30), search, look: z.strictObject(look) })).max(20),
};

/** How somebody at work wants the lists of the console, on whatever device. */
export const deskRoutes = defineRoutes({
  'GET /me/lists': {
    summary:
      'How the own lists of the console look: columns and views kept by name. One not named here stands at version 1',
    access: session,
    response: z.object({ data: z.array(z.object({ ...kept, version: z.int() })) }),
  },
  'PUT /me/lists': {
    summary:
      'Keeps how a list looks, and its views; of more than a hundred lists the one unchanged longest is forgotten',
    access: session,
    versioned: 'write',
    body: z.strictObject(kept),
    response: z.object({ version: z.int() }),
    problems: ['VIEWS_TOO_LARGE'],
  },
  'POST /me/list-files': {
    summary: 'Says that a list is taken away as a table, which is then in the trail; so many an hour',
    access: session,
    /** By what it was narrowed, not to which words: those may be somebody's name. */
    body: z.strictObject({ list: name, by: z.array(name).max(20), rows: z.int().min(0).max(10_000) }),
    response: z.void(),
    status: 204,
    problems: ['RATE_LIMITED'],
  },
});
