import { command, defineJob, type Kit } from '@xihuo/platform';
import { confirmSilent } from '../actions/settle-delivery';
import { TRACE_KIT, type TraceKit } from '../actions/trace-kit';

const by = { actor: { kind: 'system', name: 'trace.confirmSilent' }, requestId: 'trace.confirmSilent' } as const;

/** Witnessed deliveries that nobody contested in time are confirmed; a household without a phone waits no longer than that. */
export const confirmSilentJob = defineJob({
  name: 'trace.confirmSilent',
  every: 60_000,
  async run(kit: Kit) {
    const own = kit.get<TraceKit>(TRACE_KIT);
    for (let done = 1; done > 0;) {
      done = (await command(kit.database, { name: 'trace.confirmSilent', ...by }, (tx) => confirmSilent(tx, own))).view;
    }
  },
});
