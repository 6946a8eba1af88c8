import { command, defineJob, type Kit } from '@xihuo/platform';
import { reportOverdue } from '../actions/report-overdue';

const by = { actor: { kind: 'system', name: 'benefit.overdue' }, requestId: 'benefit.overdue' } as const;

/** A day with overdue dues counts once, however often it is told. */
export const reportOverdueJob = defineJob({
  name: 'benefit.reportOverdue',
  every: 3_600_000,
  async run({ database }: Kit) {
    await command(database, { name: 'benefit.overdue', ...by }, reportOverdue);
  },
});
