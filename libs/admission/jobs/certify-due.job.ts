import { command, defineJob } from '@xihuo/platform';
import { AT_ONCE, certifyDue } from '../actions/review/certify-due';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';

const name = 'admission.certifyDue';
const MINUTE_MS = 60_000;

/** Looks every few minutes for public notices that have ended. */
export const certifyDueJob = defineJob({
  name,
  every: 5 * MINUTE_MS,
  async run({ database, get }) {
    const reviewKit = get<ReviewKit>(REVIEW_KIT);
    const actor = { kind: 'system', name: 'publicNotice' } as const;
    for (let done = AT_ONCE; done === AT_ONCE;) {
      done = (await command(database, { name, actor, requestId: database.newId() }, (tx) => certifyDue(tx, reviewKit)))
        .view;
    }
  },
});
