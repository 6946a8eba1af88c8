import { Notice, Skeleton } from '@xihuo/ui';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCurrentInSight } from '../frame/current-in-sight';
import { Page } from '../frame/page';
import { useView } from '../frame/views';
import { useT } from '../words';
import { FromToday } from './frame';
import { IncomeView } from './income-view';
import { PublicFigures } from './public-figures';
import { SpanForm } from './span-form';
import { spanIn, withSpan, wrongSpan, type Span } from './span';
import { SuppliersView } from './suppliers-view';
import { SALES } from './tables';

const SalesView = lazy(() => import('./sales-view').then(({ SalesView: view }) => ({ default: view })));

const TABLES = [...SALES, 'income', 'suppliers'] as const;
type Table = (typeof TABLES)[number];

/** One question a table, asked of the same days; the days stay where another table is chosen. */
function Questions({ chosen }: { chosen: Table }) {
  const t = useT();
  const [search] = useSearchParams();
  const row = useCurrentInSight(chosen);
  return (
    <nav ref={row} aria-label={t('outcome.tables')} className="mb-5 overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {TABLES.map((table) => (
          <li key={table}>
            <Link
              to={withSpan(search, { table: table === 'months' ? '' : table })}
              aria-current={table === chosen ? 'true' : undefined}
              className="-mb-px flex min-h-target items-center border-b-3 border-transparent px-3 whitespace-nowrap text-ink-soft outline-offset-[-3px] hover:text-ink aria-[current=true]:border-green aria-[current=true]:font-semibold aria-[current=true]:text-green"
            >
              {t(`outcome.table.${table}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Shown({ table, span }: { table: Table; span: Span }) {
  const t = useT();
  const wrong = wrongSpan(span);
  if (wrong !== null) return <Notice tone="attention">{t(`outcome.span.${wrong}`)}</Notice>;
  if (table === 'income') return <IncomeView span={span} />;
  if (table === 'suppliers') return <SuppliersView span={span} />;
  return (
    <Suspense fallback={<Skeleton className="h-80 w-full" />}>
      <SalesView table={table} span={span} />
    </Suspense>
  );
}

/** What this platform's orders came to: every figure with its days, its table, its file and the orders behind it. */
export function ResultsPage() {
  const t = useT();
  const [search] = useSearchParams();
  const table = useView('table', TABLES) ?? 'months';
  return (
    <FromToday title={t('menu.results')}>
      {(today) => <Of table={table} span={spanIn(search, today)} today={today} />}
    </FromToday>
  );
}

function Of({ table, span, today }: { table: Table; span: Span; today: string }) {
  const t = useT();
  return (
    <Page title={t('menu.results')} lead={t('outcome.lead')}>
      <SpanForm key={`${span.from} ${span.until} ${span.place}`} span={span} today={today} />
      <Questions chosen={table} />
      <Shown table={table} span={span} />
      {table !== 'income' && table !== 'suppliers' && <PublicFigures />}
    </Page>
  );
}
