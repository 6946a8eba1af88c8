import { command, defineJob, type Kit } from '@xihuo/platform';
import { accrueRents } from '../actions/dividend/accrue-rents';

const by = { actor: { kind: 'system', name: 'benefit.accrueRents' }, requestId: 'benefit.accrueRents' } as const;

/** Rents of years and terms that are over are owed. */
export const accrueRentsJob = defineJob({
  name: 'benefit.accrueRents',
  every: 600_000,
  async run(kit: Kit) {
    for (let done = 1; done > 0;)
      done = (await command(kit.database, { name: 'benefit.accrueRents', ...by }, (tx) => accrueRents(tx))).view;
  },
});
