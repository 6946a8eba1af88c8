import { command, defineJob, NOTICES, type Notices } from '@xihuo/platform';
import { AT_ONCE, certifyDue } from '../actions/review/certify-due';

const name = 'admission.certifyDue';
const MINUTE_MS = 60_000;

/** Looks every few minutes for public notices that have ended. */
export const certifyDueJob = defineJob({
  name,
  every: 5 * MINUTE_MS,
  async run({ database, get }) {
    const notices = get<Notices>(NOTICES);
    const actor = { kind: 'system', name: 'publicNotice' } as const;
    for (let done = AT_ONCE; done === AT_ONCE;) {
      done = (await command(database, { name, actor, requestId: database.newId() }, (tx) => certifyDue(tx, notices)))
        .view;
    }
  },
});
