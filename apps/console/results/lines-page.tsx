import { formatNumber, Money, useApi, useLocale, usePages } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView } from '../frame/views';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { FromToday } from './frame';
import { useNames } from './names';
import { resultsOf, spanIn, type Span } from './span';
import { SALES, type SalesTable } from './tables';

const GRAMS_A_KG = 1_000;

interface Behind {
  table: SalesTable;
  keyOf: string;
  span: Span;
}

function Lines({ table, keyOf, span }: Behind) {
  const t = useT();
  const locale = useLocale();
  const input = { query: { table, key: keyOf, ...span } };
  const query = usePages('GET /results/orders', input);
  const caption = t('outcome.lines');
  return (
    <Listing
      id="result-lines"
      query={query}
      caption={caption}
      rowKey={(row) => row.id}
      empty={{ title: t('outcome.none'), text: t('outcome.noneText') }}
      file={<ListFile name={caption} route="GET /results/orders" input={input} />}
      columns={[
        {
          id: 'order',
          header: t('outcome.order'),
          rowHeader: true,
          cell: (row) => <span className="numeric">{row.orderNumber}</span>,
        },
        { id: 'placed', header: t('outcome.placed'), cell: (row) => <Moment value={row.placedAt} /> },
        { id: 'way', header: t('outcome.way'), cell: (row) => t(`outcome.${row.way}`) },
        { id: 'supplier', header: t('outcome.supplier'), cell: (row) => row.supplier },
        { id: 'goods', header: t('outcome.product'), cell: (row) => `${row.product} ${row.pack}` },
        { id: 'packs', header: t('outcome.packs'), numeric: true, cell: (row) => formatNumber(row.packs, locale) },
        {
          ...{ id: 'kg', header: t('outcome.kg'), numeric: true },
          cell: (row) => (row.grams === null ? t('list.notYet') : formatNumber(row.grams / GRAMS_A_KG, locale)),
        },
        { id: 'sales', header: t('outcome.sales'), numeric: true, cell: (row) => <Money value={row.sales} /> },
        { id: 'refunded', header: t('outcome.refunded'), numeric: true, cell: (row) => <Money value={row.refunded} /> },
      ]}
    />
  );
}

function Of({ table, keyOf, span }: Behind) {
  const t = useT();
  const nameOf = useNames(table);
  // As it was read where somebody came from.
  const row = useApi('GET /results/sales', { query: { table, ...span } }).data?.data.find(({ key }) => key === keyOf);
  const { from, until } = span;
  return (
    <Page
      title={row ? t('outcome.linesOf', { name: nameOf(row) }) : t('outcome.lines')}
      lead={t('outcome.linesSaid', { title: t(`outcome.title.${table}`), from, until, ours: t('outcome.ours') })}
      back={{ to: resultsOf(span, table), word: t('menu.results') }}
    >
      <Lines {...{ table, keyOf, span }} />
    </Page>
  );
}

/** The orders behind a figure, without their buyers. */
export function LinesPage() {
  const t = useT();
  const [search] = useSearchParams();
  const table = useView('table', SALES) ?? 'months';
  return (
    <FromToday title={t('outcome.lines')}>
      {(today) => <Of table={table} keyOf={search.get('key') ?? ''} span={spanIn(search, today)} />}
    </FromToday>
  );
}
