import { ProblemError, time } from '@xihuo/kernel';
import { command, defineJob, type Kit } from '@xihuo/platform';
import { prepareRun, settlementDue } from '../actions/run/prepare-run';
import { SETTLE_JOB } from '../actions/run/steer-run';
import { workOffRuns } from '../actions/run/work-off-runs';

const by = { actor: { kind: 'system', name: SETTLE_JOB }, requestId: SETTLE_JOB } as const;

/** Somebody in finance was faster, or a run is paused: what was released since waits for the next one. */
const NOT_NOW: readonly string[] = ['RUN_EXISTS', 'LATER_PERIOD_SETTLED', 'RUN_UNDER_WAY'];

/**
 * Works off the runs there are, and prepares yesterday's as soon as yesterday is over and something waits (period: daily, design part 3).
 * What a killed worker left is done first: of two periods the earlier is settled before the later.
 */
export const settleDaily = defineJob({
  name: SETTLE_JOB,
  every: 15_000,
  async run({ database, log }: Kit) {
    await workOffRuns({ database, log });
    if (await prepareYesterday(database)) await workOffRuns({ database, log });
  },
});

async function prepareYesterday(database: Kit['database']): Promise<boolean> {
  try {
    const { view } = await command(database, { name: 'settlement.prepare', ...by }, async (tx) => {
      const yesterday = time.addDays(time.businessDate(tx.now), -1);
      return (await settlementDue(tx, yesterday)) && (await prepareRun(tx, yesterday));
    });
    return view !== false;
  } catch (error) {
    if (error instanceof ProblemError && NOT_NOW.includes(error.code)) return false;
    throw error;
  }
}
