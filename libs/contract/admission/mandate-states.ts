import type { states } from '@xihuo/kernel';

export const MANDATE_STATES = ['asked', 'confirmed', 'refused', 'ended'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];
export type MandateEvent = 'confirm' | 'refuse' | 'end';

/** A trader asks, the producer answers; either may end it. */
export const mandateStates: states.StateTable<MandateState, MandateEvent> = {
  initial: 'asked',
  table: {
    asked: { confirm: 'confirmed', refuse: 'refused', end: 'ended' },
    confirmed: { end: 'ended' },
    refused: {},
    ended: {},
  },
};
