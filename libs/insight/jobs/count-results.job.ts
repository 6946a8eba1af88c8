import { command, defineJob } from '@xihuo/platform';
import { countIncome, INCOMES_AT_ONCE } from '../actions/count-income';
import { countSales, DAYS_AT_ONCE } from '../actions/count-sales';

const HALF_A_MINUTE = 30_000;
const by = { actor: { kind: 'system', name: 'insight.count' }, requestId: 'insight.count' } as const;

/** What results are read from follows the orders within half a minute. */
export const countResultsJob = defineJob({
  name: 'insight.countResults',
  every: HALF_A_MINUTE,
  async run({ database }) {
    for (let counted = INCOMES_AT_ONCE; counted === INCOMES_AT_ONCE;) {
      counted = (await command(database, { name: 'insight.countIncome', ...by }, countIncome)).view;
    }
    // Last, since it notes when all of it was counted.
    for (let counted = DAYS_AT_ONCE; counted === DAYS_AT_ONCE;) {
      counted = (await command(database, { name: 'insight.countSales', ...by }, countSales)).view;
    }
  },
});
