import { Badge, Button, EmptyState, usePages } from '@xihuo/ui';
import { Link } from 'react-router';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Refused, Waiting } from '../frame/whole';
import { Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { leadsOn, SHOP } from './leads-on';
import { useReadNotices } from './use-notices';

/** The way to what a notice is about; of whoever is both, the supplier's desk is the one that was told. */
function LeadOn({ about, title }: { about: string | null; title: string }) {
  const t = useT();
  const to = leadsOn(about, hasRole(useMe(), ['supplier']));
  if (to === null) return null;
  const look = { 'aria-label': `${t('notices.open')} · ${title}`, className: `${rowLink} mt-2` };
  if (to.startsWith(SHOP))
    return (
      <a href={to.slice(SHOP.length)} {...look}>
        {t('notices.open')}
      </a>
    );
  return (
    <Link to={to} {...look}>
      {t('notices.open')}
    </Link>
  );
}

/** What the house has to say to this person, newest first. */
export function NoticesPage() {
  const t = useT();
  const query = usePages('GET /me/notices', { query: {} });
  useReadNotices(query.rows);
  return (
    <Page title={t('menu.notices')}>
      {query.rows === undefined &&
        (query.error ? <Refused problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />)}
      {query.rows?.length === 0 && <EmptyState title={t('notices.none')}>{t('notices.noneText')}</EmptyState>}
      <ul className="flex max-w-3xl flex-col gap-3">
        {query.rows?.map((notice) => (
          <li key={notice.id} className="rounded-lg border border-line bg-surface p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 className="text-lg">{notice.title}</h2>
              <span className="flex items-center gap-2 text-sm text-ink-faint">
                {notice.readAt === null && <Badge tone="attention">{t('notices.unread')}</Badge>}
                <Moment value={notice.createdAt} />
              </span>
            </div>
            <p className="mt-1 whitespace-pre-line text-ink-soft">{notice.body}</p>
            <LeadOn about={notice.about} title={notice.title} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="pt-5">
          <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
