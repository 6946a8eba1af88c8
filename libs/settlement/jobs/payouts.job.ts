import { command, defineJob, type Kit } from '@xihuo/platform';
import { setAsideNext } from '../actions/payout/set-aside';

const by = { actor: { kind: 'system', name: 'settlement.payouts' }, requestId: 'settlement.payouts' } as const;

/** Sets money aside for approved lists, a batch a transaction, until none waits. */
export const setPayoutsAside = defineJob({
  name: 'settlement.payouts',
  every: 10_000,
  async run({ database, log }: Kit) {
    for (;;) {
      const { view: batch } = await command(database, { name: 'settlement.payouts', ...by }, setAsideNext);
      if (batch === null) return;
      log.info({ batch }, 'set aside');
    }
  },
});
