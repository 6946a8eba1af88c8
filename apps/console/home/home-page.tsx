import { formatDate, useApi, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { Page } from '../frame/page';
import { Tile } from '../frame/tile';
import { rowLink } from '../frame/views';
import { Whole } from '../frame/whole';
import { useMe } from '../identity/me';
import { useUnread } from '../platform/use-notices';
import { useT } from '../words';
import { ReadyCard } from './ready-card';
import { WAYS, type Waiting } from './ways';

interface Item {
  key: Waiting | 'notices';
  count: number;
  late: number;
  /** Until when the first of them that is not late has to be done. */
  next: string | null;
  /** Since when the oldest waits, of what has no day. */
  since: string | null;
  to: string;
}

/** What waits, large; what does not, in one quiet line that leads there as well. */
function Desk({ items }: { items: readonly Item[] }) {
  const t = useT();
  const locale = useLocale();
  const urgency = ({ late, next, since }: Item) => {
    if (late > 0) return t('home.late', { count: late });
    // What ends with a day ends as the next begins.
    if (next) return t('home.next', { day: formatDate(new Date(Date.parse(next) - 1).toISOString(), locale) });
    return since && t('home.since', { day: formatDate(since, locale) });
  };
  const waiting = items.filter(({ count }) => count > 0);
  const empty = items.filter(({ count }) => count === 0);
  return (
    <section aria-label={t('home.desk')}>
      {waiting.length === 0 && (
        <p className="rounded-lg border border-line bg-surface p-5 text-ink-soft">{t('home.nothing')}</p>
      )}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {waiting.map((item) => (
          <Tile
            key={item.key}
            count={item.count}
            title={t(`home.${item.key}`)}
            text={t(`home.${item.key}.text`)}
            to={item.to}
            urgent={urgency(item)}
            late={item.late > 0}
          />
        ))}
      </div>
      {empty.length > 0 && (
        <div className="mt-6">
          <h2 className="text-sm text-ink-soft">{t('home.empty')}</h2>
          <ul className="flex flex-wrap gap-x-5">
            {empty.map(({ key, to }) => (
              <li key={key}>
                <Link to={to} className={rowLink.replace('-my-2 ', '')}>
                  {t(`home.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The desk in the morning: what waits for this person, and nothing else. */
export function HomePage() {
  const t = useT();
  const me = useMe();
  const query = useApi('GET /me/today', {}, { staleTime: 0 });
  const unread = useUnread();
  // They stand beside what waits: a page of their own, which no role has to itself.
  const notices: Item[] =
    unread === undefined
      ? []
      : [{ key: 'notices', count: unread, late: 0, next: null, since: null, to: '/platform/notices' }];
  return (
    <Page
      title={t('home.title', { name: me.displayName })}
      lead={me.grants.length === 0 ? t('home.noRole') : t('home.lead')}
    >
      <Whole query={query}>
        {({ data, ready }) => (
          <div className="flex flex-col gap-8">
            {ready.map((one) => (
              <ReadyCard key={one.supplierId} ready={one} />
            ))}
            <Desk items={[...data.map(({ what, ...rest }) => ({ key: what, to: WAYS[what], ...rest })), ...notices]} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
