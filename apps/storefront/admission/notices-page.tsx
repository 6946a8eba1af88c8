import { formatDate, useLocale, usePages } from '@xihuo/ui';
import { Link } from 'react-router';
import { useInBrowser } from '../frame/use-in-browser';
import { useT } from '../words';
import { beijingDay, daysLeft } from './days-left';
import { FilterRow, Halves, ProvinceFilter, useFilter } from './filters';
import { NoticeBadge, Place, type Notice } from './marks';
import { Listing } from './reading';
import { RecordPage } from './record-page';

/** Until when, and how much of that is left. */
export function Until({ notice }: { notice: Pick<Notice, 'state' | 'endsOn'> }) {
  const t = useT();
  const locale = useLocale();
  const left = daysLeft(notice.endsOn, beijingDay(new Date()));
  // Which day it is the reader's own clock says; until it does, what the server drew stands in its place.
  const inBrowser = useInBrowser();
  return (
    <>
      {t('notice.until', { date: formatDate(notice.endsOn, locale) })}
      {notice.state === 'open' && (
        <span key={String(inBrowser)} suppressHydrationWarning className="ms-2 text-ink empty:hidden">
          {left === 0 ? t('notice.lastDay') : left > 0 && t('notice.daysLeft', { count: left })}
        </span>
      )}
    </>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const t = useT();
  return (
    <li className="border-b border-line">
      <Link to={`/notices/${notice.id}`} className="group grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[1fr_auto]">
        <span>
          <span className="block text-sm text-ink-faint">{t(`notice.kind.${notice.kind}`)}</span>
          <span lang="zh-CN" className="text-lg font-semibold text-green underline-offset-4 group-hover:underline">
            {notice.supplierName}
          </span>
          <span className="block text-ink-soft">
            <Place county={notice.county} />
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-faint sm:flex-col sm:items-end sm:justify-center">
          <NoticeBadge notice={notice} />
          <span>
            <Until notice={notice} />
          </span>
          <span>
            {notice.objections > 0 ? t('notice.objections', { count: notice.objections }) : t('notice.noObjections')}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** What is about to take effect, and anybody may still object to. */
export function NoticesPage() {
  const t = useT();
  const { get, oneOf } = useFilter();
  const state = oneOf('state', ['closed']) ?? 'open';
  const list = usePages('GET /public-notices', { query: { state, province: get('province'), limit: 20 } });
  return (
    <RecordPage title={t('nav.notices')} lead={t('notices.lead')} data="/public-notices">
      <div className="flex flex-wrap items-end justify-between gap-x-6">
        <Halves
          name="state"
          label={t('notices.state')}
          halves={[
            { value: '', word: t('notices.open') },
            { value: 'closed', word: t('notices.closed') },
          ]}
        />
        <FilterRow label={t('nav.notices')}>
          <ProvinceFilter />
        </FilterRow>
      </div>
      <Listing
        query={list}
        empty={{ title: t(state === 'open' ? 'notices.noneOpen' : 'notices.noneClosed'), text: t('notices.noneText') }}
      >
        {(rows) => (
          <ul className="border-t border-line">
            {rows.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
      </Listing>
    </RecordPage>
  );
}
