import { statement } from '@xihuo/platform';

/**
 * For the rest of the transaction statements keep one plan, whatever the values. Placing a batch walks indexes from the packs that are
 * wanted, be they three or two hundred; planned anew each time it took a third as long again as doing it.
 */
export const planOnce = statement(
  'ordering.plan_once',
  `select set_config('plan_cache_mode', 'force_generic_plan', true)`,
);
