import { useApi, usePages } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { FromToday } from './frame';
import { monthWithin, resultsOf, spanIn, type Span } from './span';
import { HAPPENED, type Happened } from './tables';

function Rows({ span, what }: { span: Span; what: Happened }) {
  const t = useT();
  const input = { query: { ...span, what } };
  const query = usePages('GET /results/suppliers/rows', input);
  const caption = t('outcome.suppliersBehind');
  return (
    <Listing
      id="result-suppliers"
      query={query}
      caption={caption}
      rowKey={(row) => row.id}
      empty={{ title: t('outcome.none'), text: t('outcome.noneText') }}
      file={<ListFile name={caption} route="GET /results/suppliers/rows" input={input} />}
      columns={[
        { id: 'supplier', header: t('outcome.supplier'), rowHeader: true, cell: (row) => row.name },
        { id: 'county', header: t('outcome.ofCounty'), cell: (row) => row.county },
        { id: 'on', header: t('outcome.on'), cell: (row) => <Day value={row.on} /> },
      ]}
    />
  );
}

/** Which of the three, each with how many they are. */
function What({ span }: { span: Span }) {
  const t = useT();
  const { data } = useApi('GET /results/suppliers', { query: span });
  const [month, ...more] = data?.data ?? [];
  // Of more than a month the numbers do not add up: a supplier is in each of its months.
  const count = (what: Happened) => (data === undefined || more.length > 0 ? '' : ` ${month?.[what] ?? 0}`);
  return (
    <Views
      name="what"
      label={t('outcome.title.suppliers')}
      views={HAPPENED.map((what) => ({ value: what, word: `${t(`outcome.${what}`)}${count(what)}` }))}
    />
  );
}

/** The suppliers behind a figure: who was admitted, came under a measure or exited in these days. */
export function SuppliersBehindPage() {
  const t = useT();
  const [search] = useSearchParams();
  const what = useView('what', HAPPENED) ?? 'admitted';
  return (
    <FromToday title={t('outcome.suppliersBehind')}>
      {(today) => <Of what={what} month={search.get('month') ?? ''} span={spanIn(search, today)} />}
    </FromToday>
  );
}

function Of({ what, month, span }: { what: Happened; month: string; span: Span }) {
  const t = useT();
  const days = { ...span, ...monthWithin(span, month) };
  const { from, until } = days;
  return (
    <Page
      title={t('outcome.suppliersOf', { what: t(`outcome.${what}`), month })}
      lead={t('outcome.suppliersSaid', { from, until, ours: t('outcome.ours') })}
      back={{ to: resultsOf(span, 'suppliers'), word: t('menu.results') }}
    >
      <What span={days} />
      <Rows span={days} what={what} />
    </Page>
  );
}
