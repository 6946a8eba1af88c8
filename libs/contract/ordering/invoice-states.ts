import type { states } from '@xihuo/kernel';

export const INVOICE_STATES = ['requested', 'issued', 'contested', 'confirmed', 'declined', 'withdrawn'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export type InvoiceEvent = 'issue' | 'decline' | 'withdraw' | 'confirm' | 'contest';

/**
 * An invoice an organisation asks a supplier for. What is wrong with it the buyer says in time, silence confirms; the supplier then
 * issues another in its place, or says why the first one stands.
 */
export const invoiceStates: states.StateTable<InvoiceState, InvoiceEvent> = {
  initial: 'requested',
  table: {
    requested: { issue: 'issued', decline: 'declined', withdraw: 'withdrawn' },
    issued: { confirm: 'confirmed', contest: 'contested' },
    contested: { issue: 'issued', decline: 'confirmed' },
    confirmed: {},
    declined: {},
    withdrawn: {},
  },
};

/** 普票 and 专票: the special one lets the buyer deduct its VAT. */
export const INVOICE_KINDS = ['ordinary', 'special'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];
export const INVOICE_PAPERS = ['invoice', 'redNote'] as const;
