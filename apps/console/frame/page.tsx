import { useTitle } from '@xihuo/ui';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../words';
import { History, type Told } from './history';
import { noteRecent } from './keys/recent';
import { ViewRow } from './view-row';

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** What can be done on the page as a whole. */
  actions?: ReactNode;
  /** The list this page was opened from. */
  back?: { to: string; word: string };
  /** The thing the page is about: what was done to it stands at its foot. */
  history?: Told;
  children: ReactNode;
}

/** Title, acts, content: every page of the console begins alike. */
export function Page({ title, lead, actions, back, history, children }: PageProps) {
  const t = useT();
  const { pathname } = useLocation();
  useTitle(title, t('site.name'));
  useEffect(() => noteRecent({ to: pathname, word: title }), [pathname, title]);
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-6 sm:flex-nowrap">
        <div className="min-w-0">
          {back && (
            <Link
              to={back.to}
              className="inline-flex min-h-target items-center text-sm text-green underline-offset-4 hover:underline"
            >
              ← {back.word}
            </Link>
          )}
          <h1 className="text-2xl">{title}</h1>
          {lead && <p className="mt-1 max-w-[52em] text-ink-soft">{lead}</p>}
        </div>
        {/* A word of two characters is not broken into two lines for a long title. */}
        {actions && <div className="sm:whitespace-nowrap">{actions}</div>}
      </header>
      <ViewRow>{children}</ViewRow>
      {/* A note that was begun stands beneath what it is about, and beneath nothing else that the same page shows next. */}
      {history && <History key={`${history.kind} ${history.id}`} of={history} />}
    </>
  );
}
