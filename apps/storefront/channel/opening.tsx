import { formatDate, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../words';
import { daySpans } from './day-spans';

type OpeningTime = Output<'GET /venues'>['data'][number]['openingTimes'][number];

function useDayName() {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return (day: number) => format.format(Date.UTC(2024, 0, day));
}

/** 周一至周五 09:30–21:00, a line for each. Times are Beijing times wherever the reader is. */
export function OpeningTimes({ times }: { times: readonly OpeningTime[] }) {
  const t = useT();
  const dayName = useDayName();
  const locale = useLocale();
  const span = ({ first, last }: { first: number; last: number }) =>
    first === last ? dayName(first) : t('venue.days', { first: dayName(first), last: dayName(last) });
  const days = (time: OpeningTime) =>
    time.days.length === 7
      ? t('venue.everyDay')
      : daySpans(time.days)
          .map(span)
          .join(locale === 'en' ? ', ' : '、');
  return (
    <>
      {times.map((time, index) => (
        <span key={index} className="block">
          {days(time)}{' '}
          <span className="numeric whitespace-nowrap">
            {time.from}–{time.to}
          </span>
        </span>
      ))}
    </>
  );
}

export function ShutOn({ days }: { days: readonly string[] }) {
  const locale = useLocale();
  return <>{days.map((day) => formatDate(day, locale)).join(locale === 'en' ? ', ' : '、')}</>;
}
