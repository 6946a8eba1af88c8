import { command, defineJob, type Kit } from '@xihuo/platform';
import { RECEIVE_BATCH, receiveOverdueParts } from '../actions/receive-overdue';

const by = {
  actor: { kind: 'system', name: 'ordering.receiveOverdue' },
  requestId: 'ordering.receiveOverdue',
} as const;

/** Receives what buyers left unconfirmed past the term, batch by batch until nothing is due. */
export const receiveOverdueJob = defineJob({
  name: 'ordering.receiveOverdue',
  every: 60_000,
  async run({ database }: Kit) {
    for (let received = RECEIVE_BATCH; received === RECEIVE_BATCH;) {
      received = (await command(database, { name: 'ordering.receiveOverdue', ...by }, receiveOverdueParts)).view;
    }
  },
});
