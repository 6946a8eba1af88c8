import { command, defineJob, type Kit } from '@xihuo/platform';
import { RELEASE_BATCH, releaseDue } from '../actions/release-due';

const by = { actor: { kind: 'system', name: 'ordering.release' }, requestId: 'ordering.release' } as const;

/** Releases what the after-sale window has let go, batch by batch until nothing is due. */
export const releaseOrders = defineJob({
  name: 'ordering.releaseOrders',
  every: 5_000,
  async run({ database }: Kit) {
    for (let released = RELEASE_BATCH; released === RELEASE_BATCH;) {
      released = (await command(database, { name: 'ordering.release', ...by }, releaseDue)).view;
    }
  },
});
