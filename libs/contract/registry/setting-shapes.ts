import { z } from 'zod';
import { GROUND_CODES } from '../admission/grounds';
import { SIGNAL_KINDS } from '../admission/watching';
import { CATEGORIES } from '../catalogue/categories';
import { GRADES } from '../trace/deliveries';
import { PROCESSING_KINDS } from '../trace/processings';

/** What a list or a rule may be: as the code reads it, and within what is no slip of the hand. */

const unique = <Item extends z.ZodType>(item: Item, most: number, least = 1) =>
  z
    .array(item)
    .min(least)
    .max(most)
    .refine((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length, 'twice the same');

const WHOLE = 10_000;
const YEAR = 366;
const CENTURY_MONTHS = 1_200;
const DAY_WAGE_MOST_FEN = 100_000;

const category = z.enum(CATEGORIES);
/** By category; `*` stands for all that are not named, so it is always there. */
const byCategory = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(z.enum(['*', ...CATEGORIES]), value).refine((all) => '*' in all, 'nothing is said for all others');
const bp = z.int().min(1).max(WHOLE);
const discount = z.enum(['flashPrice', 'campaignPrice', 'fullReduction', 'coupon']);
const DISCOUNTS = discount.options.length;
const most = z.int().min(1).max(WHOLE).nullable();

const ground = z.strictObject({
  stages: unique(z.enum(['warning', 'rectification', 'productDelisting', 'suspension', 'exit']), 5).optional(),
  rectificationDays: z.int().min(1).max(YEAR).nullable(),
  // None: who leaves of their own accord may come back at once.
  barMonths: z.int().min(0).max(CENTURY_MONTHS).nullable(),
});

/** A step at nothing is reached by whoever did nothing, and a name that nothing is reported by ends the watching without a word. */
const signalRule = z
  .strictObject({
    signal: z.enum(SIGNAL_KINDS),
    per: z.enum(SIGNAL_KINDS).nullable(),
    mode: z.enum(['rate', 'days', 'sum', 'max']),
    windowDays: z.int().min(1).max(YEAR),
    least: z.int().min(0).max(1_000_000),
    ground: z.enum(GROUND_CODES),
    steps: unique(z.strictObject({ at: z.int().min(1), measure: z.enum(['case', 'warning', 'suspension']) }), 5),
  })
  .refine(({ mode, per }) => mode !== 'rate' || per !== null, { path: ['per'], error: 'a rate is of something' });

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'admission.expiryReminderDays': unique(z.int().min(1).max(YEAR), 10),
  'admission.expiryEffects': z.record(
    z.string().regex(/^[a-zA-Z]{2,40}$/),
    z.enum(['warning', 'productDelisting', 'suspension']),
  ),
  'admission.creditEffects': z.partialRecord(
    z.enum(['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation']),
    z.enum(['warning', 'suspension']),
  ),
  'benefit.leastDayWageFen': z
    .record(z.string().regex(/^(\d{2}){0,3}$/), z.int().min(1).max(DAY_WAGE_MOST_FEN))
    .refine((all) => '' in all, 'nothing is said for everywhere else'),
  'order.unpaidMost': z.strictObject({ address: most, account: most, phone: most }),
  'promotion.stacking': z.strictObject({
    order: unique(discount, DISCOUNTS).refine((all) => all.length === DISCOUNTS, 'each kind once'),
    excludes: z.array(z.tuple([discount, discount]).refine(([one, other]) => one !== other, 'a pair of two')).max(6),
  }),
  'settlement.period': z.enum(['daily', 'weekly', 'monthly']),
  'trace.certificateCategories': unique(category, CATEGORIES.length),
  'trace.quarantineCategories': unique(category, CATEGORIES.length),
  'trace.grades': byCategory(unique(z.enum(GRADES), GRADES.length)),
  'trace.deliveryYieldBp': byCategory(bp),
  'trace.processingYieldBp': z.partialRecord(
    z.enum(PROCESSING_KINDS),
    z
      .strictObject({
        leastBp: z.int().min(1).max(WHOLE),
        mostBp: z
          .int()
          .min(1)
          .max(10 * WHOLE),
      })
      .refine(({ leastBp, mostBp }) => leastBp <= mostBp, 'the least is more than the most'),
  ),
};

/** How the days off of a year are kept: its holidays, and the weekends that are worked in exchange (调休). */
const CALENDAR = /^calendar\.(20\d\d)$/;

/** The year of such a setting; null for all others. */
export function calendarYear(key: string): number | null {
  const [, year] = CALENDAR.exec(key) ?? [];
  return year === undefined ? null : Number(year);
}

const LONGEST_REST = 15;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A rest may begin in the last days of the year before: the first of January with the weekend before it. */
function calendarOf(year: number): z.ZodType {
  const day = z.iso
    .date()
    .refine((one) => one >= `${year - 1}-12-25` && one <= `${year}-12-31`, 'a day of another year');
  const rest = z
    .strictObject({ name: z.string().trim().min(1).max(20), from: day, to: day })
    .refine(({ from, to }) => from <= to && daysFrom(from, to) <= LONGEST_REST, {
      path: ['to'],
      error: 'before the first, or too many days',
    });
  const worked = unique(day.refine(isWeekend, 'only weekends are worked in exchange'), 20, 0);
  return z
    .strictObject({ rests: z.array(rest).min(1).max(20), worked })
    .refine(({ rests }) => [...rests].sort(byFrom).every((one, at, all) => at === 0 || all[at - 1]!.to < one.from), {
      path: ['rests'],
      error: 'two of them on one day',
    })
    .refine(({ rests, worked }) => worked.every((one) => rests.every(({ from, to }) => one < from || one > to)), {
      path: ['worked'],
      error: 'a day that is a rest',
    });
}

const byFrom = (one: { from: string }, other: { from: string }): number => (one.from < other.from ? -1 : 1);

const shapeOf = (key: string): z.ZodType | undefined => {
  const year = calendarYear(key);
  if (year !== null) return calendarOf(year);
  if (key.startsWith('admission.ground.')) return ground;
  if (key.startsWith('admission.signalRule.')) return signalRule;
  return SHAPES[key];
};

export interface ShapeFault {
  /** JSON pointer below the value. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * What is wrong with a value that is a list or a rule; null for a setting that is neither.
 *
 * @returns nothing where it is as it may be, at most ten faults
 */
export function shapeFaults(key: string, value: unknown): readonly ShapeFault[] | null {
  const shape = shapeOf(key);
  if (!shape) return null;
  const { error } = shape.safeParse(value);
  return (error?.issues ?? []).slice(0, 10).map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }));
}
