import { command, defineJob, type Tx } from '@xihuo/platform';
import { AT_ONCE, lapseDue, recogniseDue } from '../actions/recognition/recognise-due';
import { REVIEW_KIT, type ReviewKit } from '../actions/review/review-kit';

const name = 'admission.recogniseDue';
const MINUTE_MS = 60_000;

/** Looks every few minutes for public notices of recognitions that have ended, and for terms that are over. */
export const recogniseDueJob = defineJob({
  name,
  every: 5 * MINUTE_MS,
  async run({ database, get }) {
    const kit = get<ReviewKit>(REVIEW_KIT);
    const actor = { kind: 'system', name: 'recognition' } as const;
    for (const step of [recogniseDue, lapseDue]) {
      for (let done = AT_ONCE; done === AT_ONCE;) {
        const work = (tx: Tx) => step(tx, kit);
        done = (await command(database, { name, actor, requestId: database.newId() }, work)).view;
      }
    }
  },
});
