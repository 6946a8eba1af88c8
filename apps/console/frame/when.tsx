import { formatDate, formatDateTime, useLocale } from '@xihuo/ui';
import { useT } from '../words';

/** A day in a table: in one piece, or a dash where it has not come yet. */
export function Day({ value }: { value: string | null }) {
  const t = useT();
  const locale = useLocale();
  return <span className="whitespace-nowrap">{value === null ? t('list.notYet') : formatDate(value, locale)}</span>;
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
