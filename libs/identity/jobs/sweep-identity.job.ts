import { command, defineJob } from '@xihuo/platform';
import { sweepIdentityTables } from '../actions/sweep';

/** What is long over need not lie about: sessions of a month ago, codes and counters of days ago. */
export const sweepIdentity = defineJob({
  name: 'identity.sweep',
  every: 60 * 60_000,
  async run({ database }) {
    const ask = {
      name: 'identity.sweep',
      actor: { kind: 'system', name: 'identity.sweep' },
      requestId: 'identity.sweep',
    } as const;
    await command(database, ask, sweepIdentityTables);
  },
});
