import { zh } from '../i18n/zh-CN';
import { useT } from '../words';
import type { Path } from './value-tree';

/** Where the console has words for what settings name by a code. */
const PLACES = [
  ...(['setting.part.', 'category.', 'grade.', 'process.', 'promotion.kind.'] as const),
  ...(['documentKind.', 'review.creditRegister.', 'funder.'] as const),
] as const;

/** What a part of a setting is called; what has no word here stands as it is written. */
export function useRuleWord(): (part: string) => string {
  const t = useT();
  return (part) => {
    const key = PLACES.map((place) => `${place}${part === '' ? 'else' : part === '*' ? 'others' : part}`).find(
      (one) => one in zh,
    );
    return key === undefined ? part : t(key as 'category.fruit');
  };
}

const under = (place: (typeof PLACES)[number]): string[] =>
  Object.keys(zh)
    .filter((key) => key.startsWith(place))
    .map((key) => key.slice(place.length))
    .filter((part) => !part.includes('.'));

const CATEGORIES = under('category.');
const MEASURES = ['warning', 'productDelisting', 'suspension'];
/** Other words of the page of processings stand beside them, so they are named. */
const PROCESSES = [
  'grading',
  'mixing',
  'splitting',
  'drying',
  'milling',
  'pressing',
  'slaughtering',
  'roasting',
  'pickling',
  'other',
];
const DISCOUNTS = ['flashPrice', 'campaignPrice', 'fullReduction', 'coupon'];

/** What may be chosen, by the setting or by the part that says it; of all else something is typed. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ...{ 'settlement.period': ['daily', 'weekly', 'monthly'], 'promotion.stacking': DISCOUNTS },
  ...{ 'trace.certificateCategories': CATEGORIES, 'trace.quarantineCategories': CATEGORIES },
  ...{ 'trace.grades': under('grade.'), 'admission.expiryEffects': MEASURES },
  'admission.creditEffects': ['warning', 'suspension'],
  stages: ['warning', 'rectification', 'productDelisting', 'suspension', 'exit'],
  measure: ['case', 'warning', 'suspension'],
  mode: ['rate', 'days', 'sum', 'max'],
};

export const choicesAt = (key: string, path: Path): readonly string[] | null => {
  const named = path.filter((part) => !/^\d+$/.test(part)).at(-1);
  return (named === undefined ? null : CHOICES[named]) ?? CHOICES[key] ?? null;
};

/** Settings whose parts are many of a kind, with what they may be named; typed where that is null. */
export const MAPS: Readonly<Record<string, readonly string[] | null>> = {
  ...{ 'benefit.leastDayWageFen': null, 'admission.expiryEffects': under('documentKind.') },
  'admission.creditEffects': ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation'],
  ...{ 'trace.grades': ['*', ...CATEGORIES], 'trace.deliveryYieldBp': ['*', ...CATEGORIES] },
  'trace.processingYieldBp': PROCESSES,
};

/** @returns undefined for what is no map, the names it may have (null: typed) for one */
export const namesIn = (key: string, path: Path): readonly string[] | null | undefined =>
  path.length === 0 ? MAPS[key] : undefined;
