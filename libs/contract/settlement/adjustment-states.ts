import type { states } from '@xihuo/kernel';

/**
 * `correction`: what an earlier statement had wrong. `lateRefund`: goods of a line that was settled were paid back to the buyer.
 * `writeOff`: what a supplier that leaves was to give back and cannot pay. `subsidyBack`: what those who funded a discount of that line had paid,
 * which the supplier gives back with it. `subsidyOff`: what such organisations have not paid a supplier that leaves, off the books.
 * `rebateBack`: what of the second rebates of that line was not paid to households, and comes off what the supplier gives back.
 */
export const ADJUSTMENT_KINDS = [
  'correction',
  'lateRefund',
  'writeOff',
  'subsidyBack',
  'subsidyOff',
  'rebateBack',
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export const ADJUSTMENT_STATES = ['proposed', 'approved', 'refused', 'withdrawn', 'posted'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];
export type AdjustmentEvent = 'approve' | 'refuse' | 'withdraw' | 'post';

/** A second person decides what one has proposed; what was approved is a line of the supplier's next statement. */
export const adjustmentStates: states.StateTable<AdjustmentState, AdjustmentEvent> = {
  initial: 'proposed',
  table: {
    proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
    approved: { post: 'posted' },
    refused: {},
    withdrawn: {},
    posted: {},
  },
};
