import { formatDate, formatDateTime, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import { byBeijing } from './beijing';

/** A day in a table: in one piece, or a dash where it has not come yet. */
export function Day({ value }: { value: string | null }) {
  const t = useT();
  const locale = useLocale();
  if (value === null) return <span className="whitespace-nowrap">{t('list.notYet')}</span>;
  return (
    <time dateTime={byBeijing(value).slice(0, 10)} className="whitespace-nowrap">
      {formatDate(value, locale)}
    </time>
  );
}

/** A moment: the day and the time may part, neither breaks in itself. */
export function Moment({ value }: { value: string | null }) {
  const t = useT();
  const locale = useLocale();
  if (value === null) return <>{t('list.notYet')}</>;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai', hourCycle: 'h23' });
  return (
    <time dateTime={value} title={formatDateTime(value, locale)}>
      <span className="whitespace-nowrap">{formatDate(value, locale)}</span>{' '}
      <span className="numeric whitespace-nowrap">{time.format(new Date(value))}</span>
    </time>
  );
}
