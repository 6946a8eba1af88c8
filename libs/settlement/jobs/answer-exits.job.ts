import { command, defineConsumer, defineJob, type Kit } from '@xihuo/platform';
import { answerExits } from '../actions/exit/answer-exits';
import { PAYOUT_KIT, type PayoutKit } from '../actions/payout/payout-kit';

const by = { actor: { kind: 'system', name: 'settlement.exits' }, requestId: 'settlement.exits' } as const;

export const onExitStarted = defineConsumer({
  consumer: 'settlement.onExitStarted',
  event: 'exitStarted',
  handle: (tx, _events, kit) => answerExits(tx, kit.get<PayoutKit>(PAYOUT_KIT)),
});

/** The last statement comes with a run, and what it left is paid by lists: looked at again and again. */
export const answerExitsJob = defineJob({
  name: 'settlement.answerExits',
  every: 60_000,
  async run(kit: Kit) {
    const payoutKit = kit.get<PayoutKit>(PAYOUT_KIT);
    await command(kit.database, { name: 'settlement.exits', ...by }, (tx) => answerExits(tx, payoutKit));
  },
});
