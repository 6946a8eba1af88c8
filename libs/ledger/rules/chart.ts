/** Every kind of account, with the side it grows on and whether it may never go below zero. */
export const CHART = {
  /** Money at the licensed institution: our mirror of it. */
  institution: { side: 'debit', constrained: false, owned: false },
  /** Paid by buyers, or owed on terms, and not yet settled; nets to zero per closed supplier order. */
  orderClearing: { side: 'credit', constrained: false, owned: false },
  /** In dispute: taken out of clearing until it is decided, an account a dispute. */
  disputeHold: { side: 'credit', constrained: true, owned: true },
  platformFee: { side: 'credit', constrained: false, owned: false },
  /** Counterpart of what suppliers owe households; nets to zero with all supplierDebt accounts. */
  obligationControl: { side: 'credit', constrained: false, owned: false },
  /** What an organisation owes suppliers for discounts it funds. */
  funderDebt: { side: 'debit', constrained: true, owned: true },
  /** What it has back of such discounts, of goods that went back after they were settled: pays what it owes next. */
  funderCredit: { side: 'credit', constrained: true, owned: true },
  /** What the platform itself owes for them, less what it has back. */
  platformSubsidy: { side: 'debit', constrained: false, owned: false },
  /** Owed to a supplier by those who fund its discounts, and not yet received. */
  supplierSubsidy: { side: 'credit', constrained: true, owned: true },
  /** What a supplier owes households, sold or not. */
  supplierDebt: { side: 'debit', constrained: true, owned: true },
  /** Settled for a supplier and not yet paid out. */
  supplierPayable: { side: 'credit', constrained: true, owned: true },
  /** What a supplier is to give back, for refunds of goods that were settled and for corrections, until it is netted. */
  supplierReceivable: { side: 'debit', constrained: true, owned: true },
  /** What the platform bears of corrections: given to suppliers, less taken from them. */
  platformAdjustment: { side: 'debit', constrained: false, owned: false },
  /** What an organisation owes for goods it has accepted, until its transfer has come. */
  buyerReceivable: { side: 'debit', constrained: true, owned: true },
  /** What an organisation has transferred, or has been credited, and not yet used. */
  buyerCredit: { side: 'credit', constrained: true, owned: true },
  /** Settled for a household and not yet paid out. */
  householdPayable: { side: 'credit', constrained: true, owned: true },
} as const satisfies Record<string, { side: 'debit' | 'credit'; constrained: boolean; owned: boolean }>;

export type AccountCode = keyof typeof CHART;

export interface AccountKey {
  code: AccountCode;
  /** The supplier, household, funder, buyer or dispute whose account it is; null for the platform's own. */
  ownerId: string | null;
}
