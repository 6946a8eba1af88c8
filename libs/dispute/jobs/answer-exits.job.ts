import { watch } from '@xihuo/admission';
import { command, defineConsumer, defineJob, type Kit, type Tx } from '@xihuo/platform';
import { DISPUTE_KIT, type DisputeKit } from '../actions/dispute-kit';
import { afterSalesOfExits } from '../store/exit.sql';

const by = { actor: { kind: 'system', name: 'dispute.exits' }, requestId: 'dispute.exits' } as const;

/** Answers, for suppliers that leave, whether anything is or may still be claimed of them. */
export async function answerExits(tx: Tx, kit: DisputeKit): Promise<void> {
  await watch.reportExitSteps(tx, kit, await tx.sql(afterSalesOfExits, []));
}

export const onExitStarted = defineConsumer({
  consumer: 'dispute.onExitStarted',
  event: 'exitStarted',
  handle: (tx, _events, kit) => answerExits(tx, kit.get<DisputeKit>(DISPUTE_KIT)),
});

export const answerExitsJob = defineJob({
  name: 'dispute.answerExits',
  every: 60_000,
  async run(kit: Kit) {
    const disputeKit = kit.get<DisputeKit>(DISPUTE_KIT);
    await command(kit.database, { name: 'dispute.exits', ...by }, (tx) => answerExits(tx, disputeKit));
  },
});
