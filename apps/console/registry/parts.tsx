import {
  Badge,
  formatBasisPoints,
  formatDate,
  formatMoney,
  formatNumber,
  useLocale,
  type Output,
  type Tone,
} from '@xihuo/ui';
import { useT } from '../words';
import { useYearLines, yearOf } from './calendar-year';
import { useRuleLines } from './rule-value';

export type Setting = Output<'GET /settings'>['data'][number];

const TONES: Record<Setting['status'], Tone> = {
  ...{ proposed: 'attention', coming: 'info', inForce: 'good', past: 'neutral' },
};

export function SettingStatus({ status }: Pick<Setting, 'status'>) {
  const t = useT();
  return <Badge tone={TONES[status]}>{t(`setting.${status}`)}</Badge>;
}

/** A number with what it counts; a list or a rule line by line. */
export function useSettingValue(): (setting: Pick<Setting, 'key' | 'value' | 'unit'>) => string {
  const t = useT();
  const linesOf = useRuleLines();
  const yearLines = useYearLines();
  const locale = useLocale();
  return ({ key, value, unit }) => {
    if (yearOf(key) !== null) return yearLines(value);
    if (typeof value !== 'number' || unit === null) return linesOf(key, value);
    if (unit === 'basisPoints') return formatBasisPoints(value, locale);
    if (unit === 'fen') return formatMoney({ amount: String(value), currency: 'CNY' });
    return t('setting.number', { number: formatNumber(value, locale), unit: t(`setting.unit.${unit}`) }).trim();
  };
}

/** From when to when it holds. */
export function useTerm(): (setting: Pick<Setting, 'effectiveFrom' | 'effectiveTo'>) => string {
  const t = useT();
  const locale = useLocale();
  return ({ effectiveFrom, effectiveTo }) => {
    const from = formatDate(effectiveFrom, locale);
    return effectiveTo
      ? t('setting.fromTo', { from, to: formatDate(effectiveTo, locale) })
      : t('setting.since', { date: from });
  };
}

/** Whether it is one number; all else is a list or a rule. */
export function isNumber({ value, unit }: Pick<Setting, 'value' | 'unit'>): boolean {
  return typeof value === 'number' && unit !== null;
}

/** The part of a key before its first dot. */
export const areaOf = (key: string): string => key.slice(0, key.indexOf('.'));
