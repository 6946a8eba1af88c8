import { defineJob } from '@xihuo/platform';
import { forgetSearches } from '../actions/search/edit-synonyms';

const HOUR = 3_600_000;

/** What was searched for in vain is kept for as long as it is shown, and no longer. */
export const forgetSearchesJob = defineJob({
  name: 'catalogue.forgetSearches',
  every: HOUR,
  run: ({ database }) => forgetSearches(database),
});
