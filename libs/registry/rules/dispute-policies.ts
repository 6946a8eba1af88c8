/** Clocks of disputes, in working days, and what a case file takes. */
export interface DisputePolicies {
  /** In which a supplier answers; then the platform steps in. */
  'dispute.answerWorkingDays': number;
  /** In which a buyer replies to an answer or asks the platform in; then the claim rests. */
  'dispute.escalateWorkingDays': number;
  /** In which the two settle it between themselves, however often they speak; then the platform steps in. */
  'dispute.negotiationWorkingDays': number;
  /** In which both hand in evidence. */
  'dispute.evidenceWorkingDays': number;
  /** In which the platform decides. */
  'dispute.mediationWorkingDays': number;
  /** In which a decision may be appealed; then it is executed. */
  'dispute.appealWorkingDays': number;
  'dispute.appealDecisionWorkingDays': number;
  /** In which the authorities accept and mediate; then what is held is let go. */
  'dispute.referralWorkingDays': number;
  /** Files a side may hand in to one case. */
  'dispute.papersMax': number;
}
