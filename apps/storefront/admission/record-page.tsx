import { Button, classes } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { RECORD_PAGES, sectionOf } from './section';

function RecordNav() {
  const t = useT();
  const { pathname } = useLocation();
  const section = sectionOf(pathname);
  // On a phone the row is longer than the screen: bring the current page into it, without moving the page itself.
  const show = (current: HTMLAnchorElement | null) => {
    const row = current?.closest('nav');
    if (row && current) row.scrollLeft = current.offsetLeft - row.clientWidth / 3;
  };
  const link = (to: string, word: string, isCurrent: boolean) => (
    <li key={to} className="shrink-0">
      <Link
        to={to}
        ref={isCurrent ? show : undefined}
        aria-current={isCurrent ? 'page' : undefined}
        className={classes(
          '-mb-px flex min-h-target items-center border-b-3 border-transparent px-3 whitespace-nowrap text-ink-soft outline-offset-[-3px] hover:text-ink',
          'aria-[current=page]:border-green aria-[current=page]:font-semibold aria-[current=page]:text-green',
        )}
      >
        {word}
      </Link>
    </li>
  );
  return (
    <nav
      aria-label={t('record.nav')}
      className="relative -mx-4 mt-2 overflow-x-auto border-b border-line px-1 sm:mx-0 sm:px-0 print:hidden"
    >
      <ul className="flex">
        {link('/public', t('nav.record'), pathname === '/public')}
        {RECORD_PAGES.map(({ to, word }) => link(to, t(word), to === section))}
      </ul>
    </nav>
  );
}

interface RecordPageProps {
  title: string;
  lead?: ReactNode;
  /** Where the api gives what this page shows, for those who read with a program. */
  data?: string;
  /** A page people put into their files: it can be printed. */
  printed?: boolean;
  children: ReactNode;
}

/** The frame of every page of the public record: where one is, what it is, and the same for machines. */
export function RecordPage({ title, lead, data, printed, children }: RecordPageProps) {
  const t = useT();
  return (
    <div className="page">
      <RecordNav />
      <PageTitle lead={lead}>{title}</PageTitle>
      {children}
      {(data !== undefined || printed) && (
        <p className="mt-8 flex flex-wrap items-center gap-x-5 text-sm print:hidden">
          {printed && (
            <Button look="secondary" size="small" onClick={() => window.print()}>
              {t('record.print')}
            </Button>
          )}
          {data !== undefined && <ForMachines data={data} />}
        </p>
      )}
    </div>
  );
}

function ForMachines({ data }: { data: string }) {
  const t = useT();
  const address = `/api/v1${data}`;
  return (
    <>
      <link rel="alternate" type="application/json" href={address} />
      <a href={address} className="touch text-ink-faint underline underline-offset-4 hover:text-ink">
        {t('record.machine')}
      </a>
      <a href="/api/openapi.json" className="touch text-ink-faint underline underline-offset-4 hover:text-ink">
        {t('record.schema')}
      </a>
    </>
  );
}
