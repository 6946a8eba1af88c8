import { Facts, formatMoney, formatNumber, Money, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { counted, sumOf, together, wire, type SalesRow } from './figures';
import { FromToday } from './frame';
import { useNames } from './names';
import { resultsOf, spanIn, type Span } from './span';
import { SALES, WAYS, type SalesTable, type Way } from './tables';

const GRAMS_A_KG = 1_000;

interface Behind {
  table: SalesTable;
  /** Of a row; none of all rows. */
  keyOf: string | null;
  way: Way | undefined;
  span: Span;
}

/** The figure as it was read where somebody came from: the list below adds up to it. */
function Whence({ row, way }: { row: Pick<SalesRow, Way>; way: Way | undefined }) {
  const t = useT();
  const sum = (figure: 'sales' | 'refunded' | 'net' | 'freight' | 'fees' | 'settled') =>
    formatMoney(way ? row[way][figure] : wire(together(row, figure)));
  const locale = useLocale();
  return (
    <Facts
      facts={[
        { term: t('outcome.orders'), detail: formatNumber(way ? row[way].orders : counted(row, 'orders'), locale) },
        ...(['sales', 'refunded', 'net', 'freight', 'fees', 'settled'] as const).map((figure) => ({
          ...{ term: t(`outcome.${figure}`), detail: sum(figure) },
        })),
      ]}
    />
  );
}

function Lines({ table, keyOf, way, span }: Behind) {
  const t = useT();
  const locale = useLocale();
  const input = {
    query: { table, ...(keyOf === null ? {} : { key: keyOf }), ...(way ? { way } : {}), ...span },
  };
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
          header: t('outcome.orderPlaced'),
          rowHeader: true,
          cell: (row) => (
            <>
              <span className="numeric">{row.orderNumber}</span>
              <span className="block text-sm font-normal text-ink-soft">
                <Moment value={row.placedAt} />
              </span>
              {row.calledOff && (
                <span className="block text-sm font-normal text-ink-soft">{t('outcome.calledOff')}</span>
              )}
            </>
          ),
        },
        {
          ...{ id: 'way', header: t('outcome.way') },
          cell: (row) => <span className="whitespace-nowrap">{t(`outcome.${row.way}`)}</span>,
        },
        {
          ...{ id: 'supplier', header: t('outcome.supplier') },
          cell: (row) => <span className="inline-block sm:min-w-[9em]">{row.supplier}</span>,
        },
        {
          ...{ id: 'goods', header: t('outcome.product') },
          cell: (row) => <span className="inline-block sm:min-w-[6em]">{`${row.product} ${row.pack}`}</span>,
        },
        { id: 'packs', header: t('outcome.packs'), numeric: true, cell: (row) => formatNumber(row.packs, locale) },
        {
          ...{ id: 'kg', header: t('outcome.kg'), numeric: true },
          cell: (row) => (row.grams === null ? t('list.notYet') : formatNumber(row.grams / GRAMS_A_KG, locale)),
        },
        { id: 'sales', header: t('outcome.sales'), numeric: true, cell: (row) => <Money value={row.sales} /> },
        ...(['refunded', 'freight', 'fees', 'settled'] as const).map((id) => ({
          ...{ id, header: t(`outcome.${id}`), numeric: true },
          cell: (row: Output<'GET /results/orders'>['data'][number]) => <Money value={row[id]} />,
        })),
      ]}
    />
  );
}

function Of({ table, keyOf, way, span }: Behind) {
  const t = useT();
  const nameOf = useNames(table);
  const sales = useApi('GET /results/sales', { query: { table, ...span } }).data;
  const row = sales?.data.find(({ key }) => key === keyOf);
  const whence = keyOf === null ? sales && sumOf(sales.data, sales.orders) : row;
  const name = keyOf === null ? t('outcome.all') : row && nameOf(row);
  const { from, until } = span;
  return (
    <Page
      title={name === undefined ? t('outcome.lines') : t('outcome.linesOf', { name })}
      lead={t('outcome.linesSaid', { title: t(`outcome.title.${table}`), from, until, ours: t('outcome.ours') })}
      back={{ to: resultsOf(span, table), word: t('menu.results') }}
    >
      <Views
        name="way"
        label={t('outcome.way')}
        views={[
          { value: '', word: t('outcome.all') },
          ...WAYS.map((value) => ({ value, word: t(`outcome.${value}`) })),
        ]}
      />
      {whence && (
        <div className="mb-4">
          <Whence row={whence} way={way} />
        </div>
      )}
      <Lines {...{ table, keyOf, way, span }} />
    </Page>
  );
}

/** The orders behind a figure, without their buyers. */
export function LinesPage() {
  const t = useT();
  const [search] = useSearchParams();
  const table = useView('table', SALES) ?? 'months';
  const way = useView('way', WAYS);
  return (
    <FromToday title={t('outcome.lines')}>
      {(today) => <Of table={table} keyOf={search.get('key')} way={way} span={spanIn(search, today)} />}
    </FromToday>
  );
}
