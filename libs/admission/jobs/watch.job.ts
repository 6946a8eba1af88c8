import { defineJob } from '@xihuo/platform';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';
import { runRound } from '../actions/watch/run-round';

const MINUTE_MS = 60_000;

/** Looks every few minutes whether the day's round of watching is done; the first look after midnight does it. */
export const watchJob = defineJob({
  name: 'admission.watch',
  every: 5 * MINUTE_MS,
  async run({ database, get, log }) {
    const done = await runRound(database, get<ReviewKit>(REVIEW_KIT));
    if (done.length > 0)
      log.info({ steps: Object.fromEntries(done.map(({ step, found }) => [step, found])) }, 'watched');
  },
});
