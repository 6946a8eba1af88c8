import type { states } from '@xihuo/kernel';

export const PROPOSAL_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalEvent = 'approve' | 'refuse' | 'withdraw';

/** A proposed setting; only what is approved ever holds. */
export const proposalStates: states.StateTable<ProposalState, ProposalEvent> = {
  initial: 'proposed',
  table: {
    proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
    approved: {},
    refused: {},
    withdrawn: {},
  },
};
