import type { states } from '@xihuo/kernel';

export type ReviewState = 'claimed' | 'released' | 'decided';
export type ReviewEvent = 'claim' | 'release' | 'decide';

/** One reviewer's own review of one round. A claim that ran out was released by the clock. */
export const reviewStates: states.StateTable<ReviewState, ReviewEvent> = {
  initial: 'claimed',
  table: {
    claimed: { claim: 'claimed', release: 'released', decide: 'decided' },
    released: { claim: 'claimed' },
    decided: {},
  },
};

export type InspectionState = 'planned' | 'reported' | 'cancelled';
export type InspectionEvent = 'report' | 'cancel';

export const inspectionStates: states.StateTable<InspectionState, InspectionEvent> = {
  initial: 'planned',
  table: { planned: { report: 'reported', cancel: 'cancelled' }, reported: {}, cancelled: {} },
};

export type PublicNoticeState = 'open' | 'passed' | 'failed' | 'withdrawn';
export type PublicNoticeEvent = 'pass' | 'fail' | 'withdraw';

export const publicNoticeStates: states.StateTable<PublicNoticeState, PublicNoticeEvent> = {
  initial: 'open',
  table: { open: { pass: 'passed', fail: 'failed', withdraw: 'withdrawn' }, passed: {}, failed: {}, withdrawn: {} },
};

export type ObjectionState = 'open' | 'upheld' | 'dismissed';
export type ObjectionEvent = 'uphold' | 'dismiss';

export const objectionStates: states.StateTable<ObjectionState, ObjectionEvent> = {
  initial: 'open',
  table: { open: { uphold: 'upheld', dismiss: 'dismissed' }, upheld: {}, dismissed: {} },
};
