import { defineConsumer, NOTICES, VAULT, type Notices, type Vault } from '@xihuo/platform';
import { takeOverClaim } from '../actions/take-over-claim';

/** A claim that its buyer brings before the platform becomes a dispute. */
export const onClaimEscalated = defineConsumer({
  consumer: 'dispute.onClaimEscalated',
  event: 'afterSaleMoved',
  async handle(tx, events, kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    for (const { payload } of events) if (payload.event === 'escalate') await takeOverClaim(tx, tools, payload.caseId);
  },
});
