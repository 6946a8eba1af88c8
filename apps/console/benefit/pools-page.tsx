import { formatDate, formatNumber, LinkButton, Money, useLocale, usePages } from '@xihuo/ui';
import { Areas } from '../admission/watching/frame';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { StateBadge, useOwnSuppliers, type Pool } from './parts';

export function DividendAreas() {
  const t = useT();
  return (
    <Areas
      label={t('pool.areas')}
      areas={[
        { to: '/benefit/pools', word: t('pool.list') },
        { to: '/benefit/distributions', word: t('distribution.list') },
      ]}
    />
  );
}

/** Figures of a draft are of the day it was drawn up: its own page reckons anew. */
export function AsOf({ day }: { day: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <span className="block text-sm font-normal text-ink-faint">
      {t('pool.figuresOf', { day: formatDate(day, locale) })}
    </span>
  );
}

/** Dividend pools, and into what each was split. */
export function PoolsPage() {
  const t = useT();
  const locale = useLocale();
  const own = useOwnSuppliers();
  const query = usePages('GET /benefit/pools', { query: {} });
  return (
    <Page
      title={t('menu.dividends')}
      lead={t('pool.lead')}
      actions={own.length > 0 && <LinkButton to="/benefit/pools/new">{t('pool.new')}</LinkButton>}
    >
      <DividendAreas />
      <Listing
        id="pools"
        query={query}
        caption={t('pool.list')}
        rowKey={(row) => row.id}
        empty={{ title: t('pool.none'), text: t('pool.noneText') }}
        columns={[
          {
            id: 'title',
            header: t('pool.name'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/benefit/pools/${row.id}`}>{row.title}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{t('pool.ofYear', { year: row.year })}</span>
                {row.state === 'draft' && <AsOf day={row.figuresOf} />}
              </>
            ),
          },
          ...(own.length === 1
            ? []
            : [
                {
                  id: 'supplier',
                  header: t('agreement.supplier'),
                  cell: (row: Pick<Pool, 'supplier'>) => row.supplier.name,
                },
              ]),
          { id: 'declared', header: t('pool.whole'), numeric: true, cell: (row) => <Money value={row.declared} /> },
          { id: 'rent', header: t('pool.landRent'), numeric: true, cell: (row) => <Money value={row.landRent} /> },
          {
            id: 'collective',
            header: t('pool.collectiveShare'),
            numeric: true,
            cell: (row) => <Money value={row.collectiveShare} />,
          },
          { id: 'dividend', header: t('pool.dividend'), numeric: true, cell: (row) => <Money value={row.dividend} /> },
          { id: 'payees', header: t('pool.payees'), numeric: true, cell: (row) => formatNumber(row.payees, locale) },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`pool.${row.state}`} /> },
          { id: 'on', header: t('pool.declaredOn'), cell: (row) => <Day value={row.declaredOn} /> },
        ]}
      />
    </Page>
  );
}
