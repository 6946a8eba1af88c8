import { Card, useApi, usePages, useProblemText, type ApiProblem } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../frame/page';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';

/** How many wait, and the way to them. The list is the truth: a full page counts as "and more". */
function Waiting({
  title,
  text,
  to,
  query,
}: {
  title: string;
  text: string;
  to: string;
  query: { rows: readonly unknown[] | undefined; hasNextPage: boolean; error: ApiProblem | null };
}) {
  const t = useT();
  const problemText = useProblemText();
  const count = query.rows?.length;
  return (
    <Card title={title}>
      <p aria-live="polite">
        {count === undefined ? (
          <span className="text-ink-faint">{query.error ? problemText(query.error) : '…'}</span>
        ) : (
          <span className="numeric text-3xl font-semibold">{query.hasNextPage ? `${count}+` : count}</span>
        )}
      </p>
      <p className="mt-1 text-ink-soft">{text}</p>
      <p className="mt-3">
        <Link
          to={to}
          className="inline-flex min-h-target items-center font-medium text-green underline-offset-4 hover:underline"
        >
          {t('home.open')} →
        </Link>
      </p>
    </Card>
  );
}

function OrdersWaiting() {
  const t = useT();
  const query = usePages('GET /supplier/orders', { query: { state: 'toShip', limit: 100 } });
  return <Waiting title={t('home.toShip')} text={t('home.toShipText')} to="/ordering/orders" query={query} />;
}

function ApplicationsWaiting() {
  const t = useT();
  const me = useMe();
  const state = hasRole(me, ['countyAgriculture', 'countyRevitalisation']) ? 'submitted' : 'underReview';
  const query = usePages('GET /admission/applications', { query: { state, limit: 100 } });
  return (
    <Waiting
      title={t(state === 'submitted' ? 'home.submitted' : 'home.underReview')}
      text={t(state === 'submitted' ? 'home.submittedText' : 'home.underReviewText')}
      to={`/admission/applications?state=${state}`}
      query={query}
    />
  );
}

function RunsPrepared() {
  const t = useT();
  const query = usePages('GET /settlement/runs', { query: { limit: 100 } });
  const rows = query.rows?.filter((run) => run.state !== 'posted');
  return <Waiting title={t('home.runs')} text={t('home.runsText')} to="/settlement/runs" query={{ ...query, rows }} />;
}

function NoticesUnread() {
  const t = useT();
  const { data, error } = useApi('GET /me/notices', { query: { limit: 1 } }, { staleTime: 0 });
  const rows = data && Array.from({ length: data.unread });
  return (
    <Waiting
      title={t('home.notices')}
      text={t('home.noticesText')}
      to="/platform/notices"
      query={{ rows, hasNextPage: false, error }}
    />
  );
}

function WatchingWaiting() {
  const t = useT();
  const { data, error } = useApi('GET /admission/watching', {});
  const rows =
    data &&
    Array.from({ length: data.openAppeals + data.proposals + data.reportedRectifications + data.answeredRechecks });
  return (
    <Waiting
      title={t('home.watching')}
      text={t('home.watchingText')}
      to="/admission/watching"
      query={{ rows, hasNextPage: false, error }}
    />
  );
}

function MeasuresAgainstUs() {
  const t = useT();
  const query = usePages('GET /supplier/measures', { query: { state: 'inForce', limit: 100 } });
  return <Waiting title={t('home.own')} text={t('home.ownText')} to="/admission/own" query={query} />;
}

/** The desk in the morning: what waits for this person, and nothing else. */
export function HomePage() {
  const t = useT();
  const me = useMe();
  const cards: ReactNode[] = [
    hasRole(me, ['supplier']) && <OrdersWaiting key="orders" />,
    hasRole(me, ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator']) && (
      <ApplicationsWaiting key="applications" />
    ),
    hasRole(me, ['finance']) && <RunsPrepared key="runs" />,
    hasRole(me, ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator']) && (
      <WatchingWaiting key="watching" />
    ),
    hasRole(me, ['supplier']) && <MeasuresAgainstUs key="own" />,
    <NoticesUnread key="notices" />,
  ];
  return (
    <Page
      title={t('home.title', { name: me.displayName })}
      lead={me.grants.length === 0 ? t('home.noRole') : t('home.lead')}
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{cards}</div>
    </Page>
  );
}
