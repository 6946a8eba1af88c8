import { command, defineJob } from '@xihuo/platform';
import { countTotal } from '../actions/household-total';

const NAME = 'insight.countHouseholdTotal';
const QUARTER = 15 * 60_000;

/** Settlements are posted all day; the front page's number follows within a quarter of an hour. */
export const countHouseholdTotalJob = defineJob({
  name: NAME,
  every: QUARTER,
  run: ({ database }) =>
    command(database, { name: NAME, actor: { kind: 'system', name: 'insight' }, requestId: NAME }, countTotal),
});
