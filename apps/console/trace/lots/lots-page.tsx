import { formatNumber, LinkButton, useLocale, usePages, type Column } from '@xihuo/ui';
import { Finder, useAsked } from '../../frame/finder';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { rowLink, useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { Link } from 'react-router';
import { CertificateBadge, LOT_STATES, LotBadge, type LotRow } from './lot-parts';
import { OpenLot } from './open-lot';

function useColumns(): readonly Column<LotRow>[] {
  const t = useT();
  const locale = useLocale();
  // Columns of one unit line up and fit; the lot's own page says it in jin as well.
  const kilograms = (grams: number) => formatNumber(grams / 1000, locale, 3);
  return [
    {
      id: 'code',
      header: t('lots.code'),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/trace/lots/${row.id}`} className={`${rowLink} font-mono text-sm whitespace-nowrap`}>
          {row.code}
        </Link>
      ),
    },
    {
      id: 'product',
      header: t('lots.product'),
      cell: (row) => <span className="block sm:min-w-24">{row.productName}</span>,
    },
    { id: 'produced', header: t('lots.produced'), cell: (row) => <Day value={row.producedOn} /> },
    { id: 'received', header: t('lots.received'), numeric: true, cell: (row) => kilograms(row.receivedGrams) },
    { id: 'shipped', header: t('lots.shipped'), numeric: true, cell: (row) => kilograms(row.shippedGrams) },
    {
      id: 'gone',
      header: t('lots.gone'),
      numeric: true,
      cell: (row) => kilograms(row.processedGrams + row.lostGrams),
    },
    { id: 'left', header: t('lots.left'), numeric: true, cell: (row) => kilograms(row.availableGrams) },
    {
      id: 'households',
      header: t('lots.households'),
      numeric: true,
      cell: (row) => formatNumber(row.households, locale),
    },
    { id: 'certificate', header: t('lots.certificate'), cell: (row) => <CertificateBadge state={row.certificate} /> },
    { id: 'state', header: t('list.state'), cell: (row) => <LotBadge state={row.state} /> },
  ];
}

/** The own lots: what came in, what went out, what is left to ship from, and which of them lack a paper. */
export function LotsPage() {
  const t = useT();
  const columns = useColumns();
  const view = useView('state', [...LOT_STATES, 'ending'] as const);
  const query = usePages('GET /supplier/lots', {
    query: { ...useAsked([]), ...(view === 'ending' ? { ending: 'true' } : { state: view }) },
  });
  return (
    <Page
      title={t('menu.lots')}
      lead={t('lots.lead')}
      actions={
        <div className="flex shrink-0 flex-wrap gap-3">
          <LinkButton look="secondary" to="/trace/processings">
            {t('process.list')}
          </LinkButton>
          <OpenLot />
        </div>
      }
    >
      <Views
        name="state"
        label={t('list.state')}
        views={[
          { value: '', word: t('list.all') },
          ...LOT_STATES.map((value) => ({ value, word: t(`lot.${value}`) })),
          { value: 'ending', word: t('lots.ending') },
        ]}
      />
      <Finder label={t('lots.find')} />
      <Listing
        id="lots"
        query={query}
        caption={t('menu.lots')}
        rowKey={(row) => row.id}
        empty={{ title: t('lots.none'), text: t('lots.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
