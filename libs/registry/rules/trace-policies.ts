import type { machines } from '@xihuo/contract';

type Grade = (typeof machines.tracing.GRADES)[number];
type ProcessingKind = (typeof machines.tracing.PROCESSING_KINDS)[number];

/** Settings of lots. `*` stands for every category or kind that is not named. */
export interface TracePolicies {
  /** Grades that a category knows. */
  'trace.grades': Readonly<Record<string, readonly Grade[]>>;
  /** Basis points of the weight on the scale that count as goods. */
  'trace.deliveryYieldBp': Readonly<Record<string, number>>;
  /** Days back that a delivery may still be entered. */
  'trace.deliveryBackDays': number;
  /** Days after which a witnessed delivery that nobody contested is confirmed. */
  'trace.witnessDays': number;
  /** Days in which a confirmed delivery may still be contested. */
  'trace.contestDays': number;
  /** What may come out of a kind of processing, in basis points of what goes in. */
  'trace.processingYieldBp': Readonly<Partial<Record<ProcessingKind, { leastBp: number; mostBp: number }>>>;
  /** Categories whose goods leave only with a certificate of conformity (农业农村部令2025年第4号). */
  'trace.certificateCategories': readonly string[];
  /** Categories whose goods are sent with a certificate of quarantine (动物防疫法 art. 51). */
  'trace.quarantineCategories': readonly string[];
}
