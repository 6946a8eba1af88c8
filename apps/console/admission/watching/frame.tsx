import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useCurrentInSight } from '../../frame/current-in-sight';
import { Page } from '../../frame/page';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

const AREAS = [
  { to: '/admission/watching', word: 'watch.overview' },
  { to: '/admission/watching/cases', word: 'watch.cases' },
  { to: '/admission/watching/measures', word: 'watch.measures' },
  { to: '/admission/watching/appeals', word: 'watch.appeals' },
  { to: '/admission/watching/certificates', word: 'watch.certificates' },
  { to: '/admission/watching/rechecks', word: 'watch.rechecks' },
  { to: '/admission/watching/spot-checks', word: 'watch.spotChecks' },
  { to: '/admission/watching/exits', word: 'watch.exits' },
] as const;

const tab =
  'flex min-h-target items-center rounded-md px-3 whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink ' +
  'aria-[current=page]:bg-green-wash aria-[current=page]:font-semibold aria-[current=page]:text-green';

/** One menu entry, eight lists: which of them one is in stands under the title. */
export function Areas({ label, areas }: { label: string; areas: readonly { to: string; word: string }[] }) {
  const row = useCurrentInSight(useLocation().pathname);
  return (
    <nav ref={row} aria-label={label} className="-mt-3 mb-5 overflow-x-auto print:hidden">
      <ul className="flex gap-1">
        {areas.map(({ to, word }, index) => (
          <li key={to}>
            <NavLink to={to} end={index === 0} className={tab}>
              {word}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface WatchPageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A list of watching, with the ways to the others. Finance sees exits only. */
export function WatchPage({ title, lead, actions, children }: WatchPageProps) {
  const t = useT();
  const me = useMe();
  const watches = hasRole(me, ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator']);
  return (
    <Page title={title} lead={lead} actions={actions}>
      {watches && <Areas label={t('watch.areas')} areas={AREAS.map(({ to, word }) => ({ to, word: t(word) }))} />}
      {children}
    </Page>
  );
}

/** One thing in detail: what it is on the left, its sides and what can be done now on the right; on a phone what can be done comes first. */
export function Sheet({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="order-2 flex min-w-0 flex-col gap-5 lg:order-1">{main}</div>
      <div className="order-1 flex min-w-0 flex-col gap-5 lg:order-2">{side}</div>
    </div>
  );
}

/** Text as somebody wrote it, with its own line breaks. */
export function Said({ children }: { children: string }) {
  return <p className="max-w-[44em] whitespace-pre-line">{children}</p>;
}
