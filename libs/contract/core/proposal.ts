import { z } from 'zod';
import { instant } from './scalars';

/** Who has proposed something, when and why: for whoever may decide it. Null where nothing waits, and for all others. */
export const proposalView = z.object({ by: z.string(), at: instant, reason: z.string() }).nullable();
