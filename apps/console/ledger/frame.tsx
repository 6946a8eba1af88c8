import { Button } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Page } from '../frame/page';
import { saveFile } from '../frame/save-file';
import { Areas } from '../admission/watching/frame';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { csvOf, type Cell } from './csv';

const AREAS = [
  { to: '/ledger', word: 'books.trial' },
  { to: '/ledger/accounts', word: 'books.accounts' },
  { to: '/ledger/closings', word: 'books.closings' },
  { to: '/ledger/checks', word: 'books.checks' },
] as const;

interface BooksPageProps {
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the books, with the ways to the others. */
export function BooksPage({ title, lead, actions, children }: BooksPageProps) {
  const t = useT();
  const isReader = hasRole(useMe(), ['finance', 'auditor']);
  return (
    <Page title={title} lead={lead} actions={actions}>
      {/* Who only has the books checked reads none of the rest. */}
      {isReader && <Areas label={t('books.areas')} areas={AREAS.map(({ to, word }) => ({ to, word: t(word) }))} />}
      {children}
    </Page>
  );
}

interface TakeAwayProps {
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** What stands on the page as a file; made here, since it is all here. */
export function TakeAway({ name, header, rows }: TakeAwayProps) {
  const t = useT();
  return (
    <Button
      look="secondary"
      className="print:hidden"
      unavailable={rows.length === 0}
      onClick={() => saveFile(new Blob([csvOf(header, rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)}
    >
      {t('books.csv')}
    </Button>
  );
}
