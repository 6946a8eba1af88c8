import type { states } from '@xihuo/kernel';

export const PROMOTION_STATES = ['draft', 'published', 'ended'] as const;
export type PromotionState = (typeof PROMOTION_STATES)[number];
export type PromotionEvent = 'publish' | 'end';

/** A promotion: what was published is not changed, only ended; by itself it is over when its time is. */
export const promotionStates: states.StateTable<PromotionState, PromotionEvent> = {
  initial: 'draft',
  table: {
    draft: { publish: 'published', end: 'ended' },
    published: { end: 'ended' },
    ended: {},
  },
};
