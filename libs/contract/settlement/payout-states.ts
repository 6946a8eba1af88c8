import type { states } from '@xihuo/kernel';

export const PAYOUT_RUN_STATES = ['drawn', 'approved', 'discarded', 'setAside'] as const;
export type PayoutRunState = (typeof PAYOUT_RUN_STATES)[number];
export type PayoutRunEvent = 'approve' | 'discard' | 'setAside';

/** A list is approved once, by a second person; until money is set aside it may be thrown away, and what it held is due again. */
export const payoutRunStates: states.StateTable<PayoutRunState, PayoutRunEvent> = {
  initial: 'drawn',
  table: {
    drawn: { approve: 'approved', discard: 'discarded' },
    approved: { setAside: 'setAside', discard: 'discarded' },
    discarded: {},
    setAside: {},
  },
};

export const PAYOUT_ITEM_STATES = ['drawn', 'discarded', 'voided', 'setAside', 'paid', 'failed', 'returned'] as const;
export type PayoutItemState = (typeof PAYOUT_ITEM_STATES)[number];
export const PAYOUT_EVENTS = ['setAside', 'discard', 'void', 'pay', 'fail', 'bounce'] as const;
export type PayoutEvent = (typeof PAYOUT_EVENTS)[number];

/**
 * A line of a list. `void`: the balance or the account was another, or the supplier had to wait, when money was to be set aside or to
 * go to the bank. `fail`: the bank did not pay it.
 * `bounce` (退票): it was paid and came back days later. What ends without being paid is due again, on a line of its own.
 */
export const payoutItemStates: states.StateTable<PayoutItemState, PayoutEvent> = {
  initial: 'drawn',
  table: {
    drawn: { setAside: 'setAside', void: 'voided', discard: 'discarded' },
    setAside: { pay: 'paid', fail: 'failed', void: 'voided', discard: 'discarded' },
    paid: { bounce: 'returned' },
    discarded: {},
    voided: {},
    failed: {},
    returned: {},
  },
};

export const PAYEE_ACCOUNT_STATES = ['proposed', 'confirmed', 'cancelled', 'returned'] as const;
export type PayeeAccountState = (typeof PAYEE_ACCOUNT_STATES)[number];
export type PayeeAccountEvent = 'confirm' | 'cancel' | 'bounce';

/** An account to pay to: seen by a second person, held for its hours, and not used again once a bank has sent money back from it. */
export const payeeAccountStates: states.StateTable<PayeeAccountState, PayeeAccountEvent> = {
  initial: 'proposed',
  table: {
    proposed: { confirm: 'confirmed', cancel: 'cancelled' },
    confirmed: { cancel: 'cancelled', bounce: 'returned' },
    cancelled: {},
    returned: {},
  },
};

/** Whose table a payout file is: that of a bank, or ours where the debtor's bank has none we know. */
export const PAYOUT_LAYOUTS = ['plain', 'icbc', 'abc', 'ccb', 'rural'] as const;
export type PayoutLayout = (typeof PAYOUT_LAYOUTS)[number];

/** Why somebody is due and not on the list. */
export const PAYOUT_HOLDS = [
  'noAccount',
  'accountHeld',
  'accountReturned',
  'owesHouseholds',
  'owesBack',
  'standing',
] as const;
export type PayoutHold = (typeof PAYOUT_HOLDS)[number];
export const PAYOUT_PURPOSES = ['wage', 'share', 'payable'] as const;
export type PayoutPurpose = (typeof PAYOUT_PURPOSES)[number];
