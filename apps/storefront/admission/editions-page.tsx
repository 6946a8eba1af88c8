import { Badge, EmptyState, ErrorState, formatDate, useApi, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { Waiting } from './reading';
import { RecordPage } from './record-page';

/** The editions of the recommended catalogue, the newest first. */
export function EditionsPage() {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { data, error, refetch } = useApi('GET /catalogue/editions', {});
  return (
    <RecordPage title={t('nav.editions')} lead={t('editions.lead')} data="/catalogue/editions">
      {!data && (error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Waiting />)}
      {data?.data.length === 0 && <EmptyState title={t('editions.none')}>{t('editions.noneText')}</EmptyState>}
      <ul>
        {data?.data.map((edition, index) => (
          <li key={edition.number} className="border-t border-line last:border-b">
            <Link
              to={`/catalogue-editions/${edition.number}`}
              className="group grid items-baseline gap-x-6 py-4 outline-offset-[-3px] sm:grid-cols-[7rem_1fr_auto]"
            >
              <span className="numeric text-lg font-semibold text-green underline-offset-4 group-hover:underline">
                {t('edition.name', { number: edition.number })}
              </span>
              <span>
                <span className="font-medium">{name(edition.title)}</span>{' '}
                {index === 0 && <Badge tone="good">{t('edition.newest')}</Badge>}
                <span className="block text-ink-soft">
                  {t('edition.entries', { count: edition.entries })} ·{' '}
                  {edition.departures > 0
                    ? t('edition.departures', { count: edition.departures })
                    : t('edition.noDepartures')}
                </span>
              </span>
              <span className="text-sm text-ink-faint">
                {t('edition.publishedOn', { date: formatDate(edition.publishedOn, locale) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </RecordPage>
  );
}
