import { defineJob } from '@xihuo/platform';
import { REASSESS, reassessWaiting } from '../actions/watch/reassess';

const MINUTE_MS = 60_000;

/** Judges all admitted suppliers by a standard, once somebody has asked for it. */
export const reassessJob = defineJob({
  name: REASSESS,
  every: 5 * MINUTE_MS,
  async run({ database, log }) {
    for (const done of await reassessWaiting(database)) log.info(done, 'reassessed');
  },
});
