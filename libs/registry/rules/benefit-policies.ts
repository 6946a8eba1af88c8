/** Settings of agreements, work and what is owed. */
export interface BenefitPolicies {
  /** Fen a day below which nobody works (最低工资规定), by the beginning of a county's code; "" stands for everywhere else. */
  'benefit.leastDayWageFen': Readonly<Record<string, number>>;
  /** Days in which a witnessed record of work may be contested; after them it stands. */
  'benefit.workContestDays': number;
  /** Days in which a household answers to a payment that a supplier says it made; then it lapses. */
  'benefit.outsideAnswerDays': number;
  /** Days in which a household may contest a payment that it signed for before a witness; after them it stands. */
  'benefit.outsideWitnessDays': number;
  /** Days after which what a household has earned and nothing has paid counts as overdue. */
  'benefit.payWithinDays': number;
  /** Days a supplier has to answer a household's objection. */
  'benefit.contestAnswerDays': number;
  /** Basis points of the distributable surplus that go back by transaction volume, at least (农民专业合作社法 art. 44). */
  'benefit.leastVolumeBp': number;
}
