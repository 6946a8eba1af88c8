import type { FindingCode, MachineMeasure } from './finding';

/**
 * A rule over what is reported about a supplier, as its setting says. `rate`: the sum of a signal in basis points of the sum of
 * another; `days`: on how many days there was any; `sum` and `max` of the signal alone.
 */
export interface SignalRule {
  readonly signal: string;
  readonly per: string | null;
  readonly mode: 'rate' | 'days' | 'sum' | 'max';
  readonly windowDays: number;
  readonly least: number;
  readonly ground: string;
  readonly steps: readonly { readonly at: number; readonly measure: 'case' | 'warning' | 'suspension' }[];
}

/** What a rule's window holds of one supplier. */
export interface Measured {
  /** Of the signal itself: sum, number of days, or highest. */
  readonly amount: bigint;
  /** Of what a rate is taken of. */
  readonly base: bigint;
}

export interface Consequence {
  readonly measure: MachineMeasure | null;
  readonly code: FindingCode;
  /** What was held against the steps: basis points for a rate. */
  readonly value: bigint;
}

const BP = 10_000n;

/**
 * What follows from what was reported; null where nothing does. A rate of too few says nothing, and the strictest step reached is
 * the one that is taken, in whatever order the setting names them.
 */
export function consequenceOf(rule: SignalRule, { amount, base }: Measured): Consequence | null {
  if (rule.mode === 'rate' && (base === 0n || base < BigInt(rule.least))) return null;
  const value = rule.mode === 'rate' ? (amount * BP) / base : amount;
  const reached = rule.steps.filter(({ at }) => value >= BigInt(at)).sort((one, other) => other.at - one.at)[0];
  if (reached === undefined) return null;
  return { measure: reached.measure === 'case' ? null : reached.measure, code: rule.mode, value };
}

/** The lowest step: below it nobody needs to be looked at. */
export function threshold(rule: SignalRule): number {
  return Math.min(...rule.steps.map(({ at }) => at));
}
