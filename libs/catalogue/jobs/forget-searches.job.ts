import { defineJob } from '@xihuo/platform';
import { forgetSearches } from '../actions/search/edit-synonyms';
import { forgetFound } from '../actions/search/hot-words';

const HOUR = 3_600_000;

/** What was searched for, in vain or not, is kept for as long as it is shown, and no longer. */
export const forgetSearchesJob = defineJob({
  name: 'catalogue.forgetSearches',
  every: HOUR,
  async run({ database }) {
    await forgetSearches(database);
    await forgetFound(database);
  },
});
