/** Settings of buying by organisations: terms of payment, acceptance, what is credited at once. */
export interface BusinessPolicies {
  /** Days in which a public buyer pays (保障中小企业款项支付条例 art. 9), and the most that may be agreed. */
  'purchase.publicTermDays': number;
  'purchase.publicTermMostDays': number;
  /** Days of a large firm (the same article), and the most anybody may agree here. */
  'purchase.firmTermDays': number;
  'purchase.termMostDays': number;
  /** Days an unpaid order of an organisation that pays first is held. */
  'purchase.payFirstDays': number;
  /** Days over which what one buyer orders within the own limit, without approval, adds up. */
  'purchase.aloneDays': number;
  /** Up to which part of a supplier's part, in basis points, goods turned away at the door are credited without waiting for an answer. */
  'purchase.creditAtOnceBp': number;
  /** Days before the due day on which the organisation is reminded. */
  'purchase.remindDays': number;
  /** Days in which a supplier answers a request for an invoice, and a buyer checks what was issued. */
  'purchase.invoiceIssueDays': number;
  'purchase.invoiceCheckDays': number;
}
