import type { states } from '@xihuo/kernel';

/** What a member of an organisation may do: order, approve, receive goods, see to payment, manage members and sites. */
export const DUTIES = ['order', 'approve', 'receive', 'pay', 'manage'] as const;
export type Duty = (typeof DUTIES)[number];

export const PAYER_KINDS = ['publicBuyer', 'largeFirm', 'otherFirm'] as const;
export type PayerKind = (typeof PAYER_KINDS)[number];

export const PAYMENTS = ['onTerms', 'payFirst'] as const;
export type PurchasePayment = (typeof PAYMENTS)[number];

/** Steps an approval chain may have. */
export const MOST_LEVELS = 5;
/** Lines of one purchase order. */
export const MOST_PURCHASE_LINES = 100;

/** What is wrong with a line of a list that was pasted or handed in. */
export const LIST_FAULTS = [
  'UNREADABLE',
  'UNKNOWN',
  'AMBIGUOUS',
  'NOT_FOR_SALE',
  'BELOW_MINIMUM',
  'NOT_A_STEP',
  'OUT_OF_STOCK',
] as const;
export type ListFault = (typeof LIST_FAULTS)[number];

/** Why goods are turned away at the door. */
export const REJECTION_REASONS = ['damaged', 'quality', 'wrongGoods', 'shortPacks'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** How a transfer that came by bank stands: nobody says what it pays, an order is named and a second person confirms, used; entered wrongly, sent back. */
export const TRANSFER_STATES = ['waiting', 'named', 'matched', 'reversed', 'returned'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** `reversal`: the transfer never came so. `unmatched`: it came, and nobody says for what. `credit`: what an organisation has and does not use. */
export const TRANSFER_RETURN_KINDS = ['reversal', 'unmatched', 'credit'] as const;
export type TransferReturnKind = (typeof TRANSFER_RETURN_KINDS)[number];
export const TRANSFER_RETURN_STATES = ['proposed', 'approved', 'refused', 'withdrawn', 'sent'] as const;
export type TransferReturnState = (typeof TRANSFER_RETURN_STATES)[number];
export type TransferReturnEvent = 'approve' | 'refuse' | 'withdraw' | 'send';

/** A second person decides what one has proposed; what the bank has sent is told with the bank's own name for it. A reversal sends nothing. */
export const transferReturnStates: states.StateTable<TransferReturnState, TransferReturnEvent> = {
  initial: 'proposed',
  table: {
    proposed: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
    approved: { send: 'sent' },
    refused: {},
    withdrawn: {},
    sent: {},
  },
};
