import { command, defineJob, type Kit } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { escalateSilent } from '../actions/contest/open-contest';
import { settleSilentPayments } from '../actions/outside/settle-payments';

const by = { actor: { kind: 'system', name: 'benefit.settleSilent' }, requestId: 'benefit.settleSilent' } as const;
const STEPS = [
  ['benefit.settleSilentPayments', settleSilentPayments],
  ['benefit.escalateSilent', escalateSilent],
] as const;

/**
 * What silence makes once the days are over: a payment that nobody confirmed lapses, one that was witnessed and not contested
 * stands, and an objection that the supplier did not answer goes to the county.
 */
export const settleSilentJob = defineJob({
  name: 'benefit.settleSilent',
  every: 60_000,
  async run(kit: Kit) {
    const own = kit.get<BenefitKit>(BENEFIT_KIT);
    for (const [name, step] of STEPS)
      for (let done = 1; done > 0;) done = (await command(kit.database, { name, ...by }, (tx) => step(tx, own))).view;
  },
});
