import { time } from '@xihuo/kernel';
import { command, defineJob, type Kit } from '@xihuo/platform';
import { expireDueSql, foldSql } from '../store/books.sql';

/** At once, so that a long list of expired amounts never holds the accounts for long. */
const EXPIRED_AT_ONCE = 1_000;

const asMachine = (name: string) => ({ name, actor: { kind: 'system', name }, requestId: name }) as const;

/**
 * Long tails become checkpoints, so that balances and statements stay quick: what a page sums is at most what was posted since. At
 * twelve thousand transfers a second, a minute of them would be a quarter of a second.
 */
export const foldAccounts = defineJob({
  name: 'ledger.fold',
  every: 10_000,
  async run({ database }: Kit) {
    await command(database, asMachine('ledger.fold'), (tx) => tx.sql(foldSql));
  },
});

/** What was set aside and not posted in time goes back. */
export const expirePending = defineJob({
  name: 'ledger.expire',
  every: 60_000,
  async run({ database, log }: Kit) {
    for (let expired = EXPIRED_AT_ONCE; expired === EXPIRED_AT_ONCE;) {
      const { view } = await command(database, asMachine('ledger.expire'), async (tx) => {
        const [row] = await tx.sql(expireDueSql, [time.businessDate(tx.now), EXPIRED_AT_ONCE]);
        return row?.expired ?? 0;
      });
      expired = view;
      if (expired > 0) log.info({ expired }, 'amounts set aside went back');
    }
  },
});
