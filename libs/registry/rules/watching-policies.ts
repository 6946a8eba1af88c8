/** What a ground (EXT-…) costs; null where people set it. */
export interface GroundPolicy {
  /** What the published list provides for, in its order; an exit is proposed and decided by people. Absent where none was set. */
  readonly stages?: readonly ('warning' | 'rectification' | 'productDelisting' | 'suspension' | 'exit')[];
  readonly rectificationDays: number | null;
  readonly barMonths: number | null;
}

/**
 * A rule over what is reported about a supplier. `rate`: the sum of a signal in basis points of the sum of another; `days`: on how
 * many days there was any; `sum` and `max` of the signal alone. The strictest step that is reached is taken.
 */
export interface SignalRule {
  readonly signal: string;
  readonly per: string | null;
  readonly mode: 'rate' | 'days' | 'sum' | 'max';
  readonly windowDays: number;
  /** Below this many of `per`, a rate says nothing. */
  readonly least: number;
  readonly ground: string;
  readonly steps: readonly { readonly at: number; readonly measure: 'case' | 'warning' | 'suspension' }[];
}

/** Settings of watching, measures and exit. */
export interface WatchingPolicies {
  /** Working days in which a supplier is heard. */
  'admission.statementWorkingDays': number;
  /** Working days in which a measure may be appealed. */
  'admission.appealWorkingDays': number;
  /** Working days in which an appeal is answered. */
  'admission.appealAnswerWorkingDays': number;
  /** Working days in which another laboratory may be asked for (食品安全法 art. 88). */
  'admission.retestWorkingDays': number;
  /** Days a wish to leave is public before it is decided (电子商务法 art. 16). */
  'admission.voluntaryExitNoticeDays': number;
  /** Days in which everything open with a supplier who leaves is to be closed. */
  'admission.exitDays': number;
  /** Days before an end on which the supplier is reminded. */
  'admission.expiryReminderDays': readonly number[];
  /** What the end of a licence or certificate does, by its kind; nothing where it is not named. */
  'admission.expiryEffects': Readonly<Record<string, 'warning' | 'productDelisting' | 'suspension'>>;
  /** What a listing in a credit register does to who is admitted, by the register; people look at it where it is not named. */
  'admission.creditEffects': Readonly<
    Partial<Record<'seriousDishonesty' | 'judgmentDefaulter' | 'abnormalOperation', 'warning' | 'suspension'>>
  >;
  /** Papers of one product over all its versions, and papers about one supplier in thirty days, at most. */
  'admission.productPapersMax': number;
  'admission.supplierPapersMax': number;
  'admission.identityRecheckMonths': number;
  'admission.annualRecheckMonths': number;
  /** Days in which a re-check is to be answered. */
  'admission.recheckDays': number;
  /** Months after which a warning that nothing followed is over. */
  'admission.warningMonths': number;
  [ground: `admission.ground.${string}`]: GroundPolicy;
  [rule: `admission.signalRule.${string}`]: SignalRule;
}
