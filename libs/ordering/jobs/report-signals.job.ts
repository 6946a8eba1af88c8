import { command, defineJob, type Kit } from '@xihuo/platform';
import { reportSignals } from '../actions/report-signals';

const by = { actor: { kind: 'system', name: 'ordering.signals' }, requestId: 'ordering.signals' } as const;

/** Rules look at signals once a day; told more often, a supplier's page shows today's too. */
export const reportSignalsJob = defineJob({
  name: 'ordering.reportSignals',
  every: 3_600_000,
  async run({ database }: Kit) {
    await command(database, { name: 'ordering.signals', ...by }, reportSignals);
  },
});
