import { command, defineJob, type Kit } from '@xihuo/platform';
import { BENEFIT_KIT, type BenefitKit } from '../actions/benefit-kit';
import { turnAgreements } from '../actions/end-agreement';
import { releaseOvertakenHolds } from '../actions/release-held';

const by = { actor: { kind: 'system', name: 'benefit.turnAgreements' }, requestId: 'benefit.turnAgreements' } as const;

/** Agreements whose first day has come begin, those whose last day is over end; what they bind and is held all the same is owed. */
export const turnAgreementsJob = defineJob({
  name: 'benefit.turnAgreements',
  every: 60_000,
  async run(kit: Kit) {
    const own = kit.get<BenefitKit>(BENEFIT_KIT);
    for (let done = 1; done > 0;) {
      done = (await command(kit.database, { name: 'benefit.turnAgreements', ...by }, (tx) => turnAgreements(tx, own)))
        .view;
    }
    for (let done = 1; done > 0;) {
      done = (await command(kit.database, { name: 'benefit.releaseHeld', ...by }, releaseOvertakenHolds)).view;
    }
  },
});
