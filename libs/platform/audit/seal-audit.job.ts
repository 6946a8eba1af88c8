import { defineJob } from '../jobs/job';
import { sealAudit } from './audit.sql';

const AT_MOST = 2_000;

/** Chains what commands wrote, a second behind them at most, and under no lock that a command holds. */
export const sealAuditJob = defineJob({
  name: 'platform.sealAudit',
  every: 1_000,
  async run({ database }) {
    for (let sealed = AT_MOST; sealed === AT_MOST;)
      sealed = (await database.read(sealAudit, [AT_MOST]))[0]?.sealed ?? 0;
  },
});
