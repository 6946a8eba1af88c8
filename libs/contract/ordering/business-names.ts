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
