import { producers, traders } from './admission';
import { households } from './households';
import { organisations } from './organisations';
import { places } from './places';
import { policies } from './policies';
import { listings, products } from './products';
import { standard } from './standard';
import type { SeedStep } from './step';

/**
 * The demonstration data in order of time, each step standing on the ones before. Add a step where its day belongs; the
 * loader runs what is not done yet, with the business clock set back by `daysAgo`.
 */
export const steps: readonly SeedStep[] = [
  places,
  policies,
  organisations,
  households,
  standard,
  producers,
  traders,
  products,
  listings,
];
