import { Card, formatDate, formatNumber, LinkButton, useApi, useLocale, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { Departures, Entries } from './edition-tables';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';

export type Edition = Output<'GET /catalogue/editions/{number}'>;

/** The whole edition as files, and how to tell that a copy is the one that was published. */
function Files({ edition }: { edition: Edition }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('edition.files')}>
      <p className="text-ink-soft">{t('edition.filesText')}</p>
      <ul className="mt-2 grid gap-x-8 md:grid-cols-3">
        {edition.files.map(({ format, bytes, sha256 }) => (
          <li key={format} className="flex flex-wrap items-center gap-x-4 border-t border-line">
            <a
              download
              href={`/api/v1/catalogue/editions/${edition.number}/file?format=${format}`}
              className="touch min-w-14 font-medium text-green underline-offset-4 hover:underline"
            >
              {format.toUpperCase()}
            </a>
            <span className="numeric text-sm text-ink-faint">
              {t('edition.fileSize', { size: formatNumber(bytes / 1024, locale, 1) })}
            </span>
            <code className="w-full pb-2 text-xs break-all text-ink-faint select-all">{sha256}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One edition, as it was published and as it stands today. */
export function EditionPage() {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { number = '' } = useParams();
  const {
    data: edition,
    error,
    isPending,
    refetch,
  } = useApi('GET /catalogue/editions/{number}', { params: { number } });
  if (isPending) return <WaitingPage />;
  if (!edition) {
    return (
      <PageFailed
        problem={error}
        missing={t('edition.missing')}
        action={<LinkButton to="/catalogue-editions">{t('nav.editions')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  const lead = [
    t('edition.name', { number: edition.number }),
    t('edition.publishedOn', { date: formatDate(edition.publishedOn, locale) }),
    t('edition.entries', { count: edition.entries }),
  ].join(' · ');
  return (
    <RecordPage title={name(edition.title)} lead={lead} data={`/catalogue/editions/${edition.number}/entries`} printed>
      {name(edition.note) !== '' && <p className="mb-5 max-w-[46em] whitespace-pre-line">{name(edition.note)}</p>}
      <div className="mb-6 print:hidden">
        <Files edition={edition} />
      </div>
      <Entries edition={edition} />
      {edition.left.length > 0 && <Departures left={edition.left} />}
    </RecordPage>
  );
}
