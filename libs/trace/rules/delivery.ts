import { time } from '@xihuo/kernel';

export interface DeliveryTerms {
  readonly today: string;
  readonly backDays: number;
}

/** A delivery is of today or of the days just gone: what comes later cannot be checked against the scale's own memory. */
export function isDeliveryDay(day: string, { today, backDays }: DeliveryTerms): boolean {
  return day <= today && day >= time.addDays(today, -backDays);
}

/** The entry of a category, or the one for all others. */
export function ofCategory<Value>(table: Readonly<Record<string, Value>>, category: string): Value | undefined {
  return table[category] ?? table['*'];
}

const WHOLE_BP = 10_000n;

/** Grams of goods that a weight on the scale makes; a delivery is never worth nothing. */
export function yieldGrams(grams: bigint, yieldBp: number): bigint {
  const goods = (grams * BigInt(yieldBp)) / WHOLE_BP;
  return goods > 0n ? goods : 1n;
}

/** Whether a household may still say that a confirmed delivery was not so. */
export function mayContest(confirmedOn: string | null, today: string, contestDays: number): boolean {
  return confirmedOn === null || today <= time.addDays(confirmedOn, contestDays);
}

/** Goods are weighed before a lot gets its day: a month before it is the most that is believed. */
const MONTH_DAYS = 31;

/** The first day on which anything can have happened to a lot. */
export function firstDayOf(producedOn: string): string {
  return time.addDays(producedOn, -MONTH_DAYS);
}
