import type { states } from '@xihuo/kernel';

export const STANDARD_STATES = ['draft', 'commenting', 'published', 'withdrawn'] as const;
export type StandardState = (typeof STANDARD_STATES)[number];

export type StandardEvent = 'edit' | 'openComments' | 'revise' | 'answer' | 'publish' | 'withdraw';

/** A rule on its way into force: what was put before the public is published as it was, or revised and put before it again. */
export const standardStates: states.StateTable<StandardState, StandardEvent> = {
  initial: 'draft',
  table: {
    draft: { edit: 'draft', openComments: 'commenting', withdraw: 'withdrawn' },
    commenting: { answer: 'commenting', revise: 'draft', publish: 'published', withdraw: 'withdrawn' },
    published: {},
    withdrawn: {},
  },
};
