import type { states } from '@xihuo/kernel';

export const CHANGE_STATES = ['draft', 'submitted', 'changesRequested', 'published', 'rejected', 'cancelled'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export const CHANGE_EVENTS = ['save', 'submit', 'requestChanges', 'confirm', 'reject', 'cancel'] as const;
export type ChangeEvent = (typeof CHANGE_EVENTS)[number];

/** A change of a listing: written by the supplier, one at a time, and published by somebody else. */
export const changeStates: states.StateTable<ChangeState, ChangeEvent> = {
  initial: 'draft',
  table: {
    draft: { save: 'draft', submit: 'submitted', cancel: 'cancelled' },
    submitted: {
      requestChanges: 'changesRequested',
      confirm: 'published',
      reject: 'rejected',
      cancel: 'cancelled',
    },
    changesRequested: { save: 'changesRequested', submit: 'submitted', cancel: 'cancelled' },
    published: {},
    rejected: {},
    cancelled: {},
  },
};
