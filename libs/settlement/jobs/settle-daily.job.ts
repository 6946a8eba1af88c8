import { command, defineJob, type Kit } from '@xihuo/platform';
import { ProblemError, time } from '@xihuo/kernel';
import { runSettlement, settlementDue } from '../actions/run-settlement';

const by = { actor: { kind: 'system', name: 'settlement.daily' }, requestId: 'settlement.daily' } as const;

/** Settles yesterday as soon as it is over and something waits (period: daily, design part 3). */
export const settleDaily = defineJob({
  name: 'settlement.daily',
  every: 15_000,
  async run({ database, log }: Kit) {
    try {
      const { view } = await command(database, { name: 'settlement.daily', ...by }, async (tx) => {
        const yesterday = time.addDays(time.businessDate(tx.now), -1);
        return (await settlementDue(tx, yesterday)) ? runSettlement(tx, yesterday) : null;
      });
      if (view) log.info({ run: view.id, lines: view.lines }, 'settled');
    } catch (error) {
      // Somebody in finance was faster; what was released after that run waits for the next day.
      if (!(error instanceof ProblemError && error.code === 'RUN_EXISTS')) throw error;
    }
  },
});
