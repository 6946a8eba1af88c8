import { watch } from '@xihuo/admission';
import { command, defineConsumer, defineJob, type Kit, type Tx } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { duesOfExits } from '../store/exit.sql';

const by = { actor: { kind: 'system', name: 'benefit.exits' }, requestId: 'benefit.exits' } as const;

/** Answers, for suppliers that leave, whether households have had what is theirs. */
export async function answerExits(tx: Tx, kit: BenefitKit): Promise<void> {
  await watch.reportExitSteps(tx, kit, await tx.sql(duesOfExits, []));
}

export const onExitStarted = defineConsumer({
  consumer: 'benefit.onExitStarted',
  event: 'exitStarted',
  handle: (tx, _events, kit) => answerExits(tx, kit.get<BenefitKit>(BENEFIT_KIT)),
});

export const answerExitsJob = defineJob({
  name: 'benefit.answerExits',
  every: 60_000,
  async run(kit: Kit) {
    const benefitKit = kit.get<BenefitKit>(BENEFIT_KIT);
    await command(kit.database, { name: 'benefit.exits', ...by }, (tx) => answerExits(tx, benefitKit));
  },
});
