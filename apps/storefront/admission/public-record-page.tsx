import { Card, formatDate, Loading, Skeleton, TextLink, useLocale, usePages, useProblemText } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../words';
import { MeasureBadge } from './marks';
import { RecordPage } from './record-page';
import { RegisterSums } from './register-figures';
import { RECORD_PAGES } from './section';

function Contents() {
  const t = useT();
  return (
    <section aria-labelledby="contents">
      <h2 id="contents" className="sr-only">
        {t('record.contents')}
      </h2>
      <ul className="border-b border-line">
        {RECORD_PAGES.map(({ to, word, about }) => (
          <li key={to}>
            <Link
              to={to}
              className="group grid gap-x-6 border-t border-line py-3.5 outline-offset-[-3px] sm:grid-cols-[11rem_1fr]"
            >
              <span className="font-semibold text-green underline-offset-4 group-hover:underline">{t(word)}</span>
              <span className="text-ink-soft">{t(about)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Latest({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  const t = useT();
  return (
    <Card
      title={title}
      aside={
        <TextLink to={to} className="text-sm">
          {t('record.all')}
        </TextLink>
      }
    >
      {children}
    </Card>
  );
}

function OpenNotices() {
  const t = useT();
  const locale = useLocale();
  const list = usePages('GET /public-notices', { query: { state: 'open', limit: 4 } });
  return (
    <Latest title={t('record.openNow')} to="/notices">
      <Few query={list} none={t('record.noneOpen')} />
      <ul className="divide-y divide-line">
        {list.rows?.slice(0, 4).map((notice) => (
          <li key={notice.id}>
            <Link to={`/notices/${notice.id}`} className="group block py-2.5">
              <span lang="zh-CN" className="font-medium text-green underline-offset-4 group-hover:underline">
                {notice.supplierName}
              </span>
              <span className="block text-sm text-ink-faint">
                {t(`notice.kind.${notice.kind}`)} · {t('notice.until', { date: formatDate(notice.endsOn, locale) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Latest>
  );
}

function LatestMeasures() {
  const t = useT();
  const locale = useLocale();
  const list = usePages('GET /register/measures', { query: { limit: 4 } });
  return (
    <Latest title={t('record.latestMeasures')} to="/register/measures">
      <Few query={list} none={t('record.noMeasures')} />
      <ul className="divide-y divide-line">
        {list.rows?.slice(0, 4).map((measure) => (
          <li key={measure.id}>
            <Link to={`/register/measures/${measure.id}`} className="group block py-2.5">
              <span lang="zh-CN" className="font-medium text-green underline-offset-4 group-hover:underline">
                {measure.supplier.name}
              </span>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-faint">
                <MeasureBadge kind={measure.kind} state={measure.state} />
                {t('measure.since', { date: formatDate(measure.startedAt, locale) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Latest>
  );
}

/** What stands in place of a short list: on its way, not to be had, or nothing there. */
function Few({ query, none }: { query: { rows: unknown[] | undefined; error: unknown }; none: string }) {
  const problemText = useProblemText();
  if (query.rows === undefined && query.error)
    return (
      <p role="alert" className="text-ink-soft">
        {problemText(query.error)}
      </p>
    );
  if (query.rows === undefined) {
    return (
      <Loading>
        <Skeleton className="h-20" />
      </Loading>
    );
  }
  return query.rows.length === 0 ? <p className="text-ink-faint">{none}</p> : null;
}

/** The way into everything that is public about admission. */
export function PublicRecordPage() {
  const t = useT();
  return (
    <RecordPage title={t('record.title')} lead={t('record.lead')} data="/register/summary">
      <RegisterSums />
      <div className="grid items-start gap-8 md:grid-cols-[3fr_2fr]">
        <Contents />
        <div className="flex flex-col gap-5">
          <OpenNotices />
          <LatestMeasures />
        </div>
      </div>
    </RecordPage>
  );
}
