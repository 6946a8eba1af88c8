import type { PolicyKey } from './policies';
import type { Unit } from './setting-names';

/** The least and the most that a number of a unit may be: what lies beyond is a slip of the hand, not a policy. */
const BOUNDS: Readonly<Record<Unit, readonly [number, number]>> = {
  days: [0, 3_660],
  workingDays: [0, 365],
  months: [1, 240],
  years: [1, 50],
  minutes: [1, 44_640],
  hours: [0, 8_784],
  basisPoints: [0, 10_000],
  fen: [0, 1_000_000_000_000],
  bytes: [1, 1_073_741_824],
  pages: [1, 10_000],
  pixels: [1, 1_000_000_000],
  count: [0, 1_000_000],
};

/**
 * Where law, or what the house promised, forbids less or more than the unit would: the least, the most, or both.
 *
 * afterSale.windowDays: 消费者权益保护法 art. 25, seven days. admission.standardNoticeDays: 电子商务法 art. 34, seven days before
 * a rule binds. benefit.leastVolumeBp: 农民专业合作社法 art. 44, six tenths. breakdown.*: of fewer, one person's income could be
 * read out. payout.accountHoldHours: whose account was changed by a thief has three days to notice. fee.platformBp: above it the
 * legs of a payment have no room.
 */
const OF_ITS_OWN: { readonly [Key in PolicyKey]?: readonly [least: number | null, most: number | null] } = {
  'afterSale.windowDays': [7, null],
  'admission.standardNoticeDays': [7, null],
  'benefit.leastVolumeBp': [6_000, null],
  'breakdown.minHouseholds': [10, null],
  'breakdown.minOrders': [20, null],
  'payout.accountHoldHours': [72, null],
  'fee.platformBp': [null, 3_000],
};

/**
 * @param key of the setting
 * @param unit that it counts in
 * @returns whether a whole number may be its value
 */
export function isWithin(key: string, unit: Unit, value: number): boolean {
  const [least, most] = BOUNDS[unit];
  const [ownLeast, ownMost] = OF_ITS_OWN[key as PolicyKey] ?? [null, null];
  return Number.isSafeInteger(value) && value >= (ownLeast ?? least) && value <= (ownMost ?? most);
}
