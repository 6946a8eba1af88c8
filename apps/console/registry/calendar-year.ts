import { formatDate, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import type { Json } from './value-tree';

/** The days off of a year as the setting `calendar.<year>` keeps them. */
export interface CalendarYear {
  rests: { name: string; from: string; to: string }[];
  worked: string[];
}

export const NO_DAYS: CalendarYear = { rests: [{ name: '', from: '', to: '' }], worked: [] };

const KEY = /^calendar\.(20\d\d)$/;

/** The year of such a setting; null for all others. */
export function yearOf(key: string): number | null {
  const [, year] = KEY.exec(key) ?? [];
  return year === undefined ? null : Number(year);
}

/** The year after the last that is entered, where its notice may be out: of this year or the next. @param asOf YYYY-MM-DD */
export function yearToEnter(all: readonly { key: string }[], asOf: string): number | null {
  const years = all.map(({ key }) => yearOf(key)).filter((year) => year !== null);
  const next = Math.max(0, ...years) + 1;
  return years.length > 0 && mayBeEntered(`calendar.${next}`, asOf) ? next : null;
}

/** Of this year or the next: of those after it nobody knows. */
export function mayBeEntered(key: string, asOf: string): boolean {
  const [year, now] = [yearOf(key), Number(asOf.slice(0, 4))];
  return year !== null && year >= now && year <= now + 1;
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** A year as people read a notice: a line for each holiday, and one for the weekends that are worked. */
export function useYearLines(): (value: Json) => string {
  const t = useT();
  const locale = useLocale();
  const day = (one: string) => formatDate(one, locale);
  return (value) => {
    const { rests, worked } = value as unknown as CalendarYear;
    const complete = rests.filter(({ from, to }) => from !== '' && to !== '');
    const lines = complete.map(({ name, from, to }) =>
      from === to
        ? t('setting.calendar.one', { name, first: day(from) })
        : t('setting.calendar.line', { name, first: day(from), last: day(to), days: daysFrom(from, to) }),
    );
    const days = worked
      .filter(Boolean)
      .map(day)
      .join(locale === 'en' ? ', ' : '、');
    return [...lines, ...(days !== '' ? [t('setting.calendar.worked', { days })] : [])].join('\n');
  };
}
