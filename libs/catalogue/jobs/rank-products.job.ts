import { command, defineJob } from '@xihuo/platform';
import { rankProducts } from '../actions/load-products';

const HOUR = 3_600_000;

/** Sales move all day; the recommended order follows once an hour. */
export const rankProductsJob = defineJob({
  name: 'catalogue.rankProducts',
  every: HOUR,
  run: ({ database }) =>
    command(
      database,
      {
        name: 'catalogue.rankProducts',
        actor: { kind: 'system', name: 'catalogue' },
        requestId: 'catalogue.rankProducts',
      },
      rankProducts,
    ),
});
