import { command, defineJob, type Kit } from '@xihuo/platform';
import { letWorkStand } from '../actions/settle-work';

const by = { actor: { kind: 'system', name: 'benefit.letWorkStand' }, requestId: 'benefit.letWorkStand' } as const;

/** Witnessed work that nobody contested in its days stands, and is owed. */
export const letWorkStandJob = defineJob({
  name: 'benefit.letWorkStand',
  every: 60_000,
  async run(kit: Kit) {
    for (let done = 1; done > 0;) {
      done = (await command(kit.database, { name: 'benefit.letWorkStand', ...by }, (tx) => letWorkStand(tx))).view;
    }
  },
});
