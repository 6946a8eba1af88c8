import type { states } from '@xihuo/kernel';

export const DIFFERENCE_STATES = ['open', 'assigned', 'explained', 'repaired', 'closed'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

export const DIFFERENCE_EVENTS = ['assign', 'explain', 'repair', 'close', 'heal', 'recur'] as const;
export type DifferenceEvent = (typeof DIFFERENCE_EVENTS)[number];

/**
 * Something the provider's bill, our payments and the books do not agree about. A person says what it was or what was done about
 * it, another person closes it; a later bill that agrees closes it whatever was said (`heal`), and one that disagrees again opens
 * it again (`recur`). Nothing is written off by itself.
 */
export const differenceStates: states.StateTable<DifferenceState, DifferenceEvent> = {
  initial: 'open',
  table: {
    open: { assign: 'assigned', heal: 'closed' },
    assigned: { assign: 'assigned', explain: 'explained', repair: 'repaired', heal: 'closed' },
    explained: { assign: 'assigned', close: 'closed', heal: 'closed' },
    repaired: { assign: 'assigned', close: 'closed', heal: 'closed' },
    closed: { recur: 'open' },
  },
};

/**
 * `missingHere`: on the bill, not with us. `missingThere`: with us, not on the bill. `twice`: on the bill more than once. `late`: on
 * the bill of a day that is not ours. `refundUnknown`: paid back by nobody of us. `ledgerMissing`: paid, and not (so) in the books.
 * `refundFailing`: owed back, and the provider has refused it again and again.
 */
export const DIFFERENCE_KINDS = [
  'missingHere',
  'missingThere',
  'wrongAmount',
  'twice',
  'late',
  'refundUnknown',
  'ledgerMissing',
  'refundFailing',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];
