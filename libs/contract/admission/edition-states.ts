import type { states } from '@xihuo/kernel';

export const EDITION_STATES = ['draft', 'published'] as const;
export type EditionState = (typeof EDITION_STATES)[number];
export const EDITION_EVENTS = ['edit', 'publish'] as const;
export type EditionEvent = (typeof EDITION_EVENTS)[number];

/** An edition of the recommended catalogue. What was published stays as it was published; the next one differs. */
export const editionStates: states.StateTable<EditionState, EditionEvent> = {
  initial: 'draft',
  table: { draft: { edit: 'draft', publish: 'published' }, published: {} },
};
