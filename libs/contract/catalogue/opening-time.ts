import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** On these days of the week (1 Monday to 7 Sunday) from one time to another, Beijing time. */
export const openingTime = z
  .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'closes after it opens');
