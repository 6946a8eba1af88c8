import { LinkButton, Money, useApi, useApiClient, usePages, type Column } from '@xihuo/ui';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../admission/watching/today';
import { useOwnSuppliers } from '../benefit/parts';
import { ExportButtons } from '../frame/export-buttons';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { DELIVERY_STATES, DeliveryBadge, type Delivery } from './delivery-parts';
import { SumsView } from './sums-view';
import { useWeight } from './weights';

function MonthSums() {
  const t = useT();
  const today = useToday();
  if (today === undefined) return null;
  return <Sums from={`${today.slice(0, 8)}01`} to={today} title={t('deliveries.month')} />;
}

function Sums({ from, to, title }: { from: string; to: string; title: string }) {
  const query = useApi('GET /supplier/delivery-sums', { query: { from, to } });
  return (
    <section aria-label={title} className="mb-5 rounded-lg border border-line bg-surface p-4">
      <h2 className="mb-1 text-sm font-medium text-ink-faint">{title}</h2>
      <Whole query={query}>{(sums) => <SumsView sums={sums} />}</Whole>
    </section>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const t = useT();
  const weight = useWeight();
  return [
    {
      id: 'household',
      header: t('deliveries.household'),
      rowHeader: true,
      cell: (row) => (
        <>
          <RowLink to={`/trace/deliveries/${row.id}`}>{row.household.displayName}</RowLink>
          <span className="block text-sm font-normal whitespace-nowrap text-ink-faint">{row.household.village}</span>
        </>
      ),
    },
    { id: 'day', header: t('deliveries.day'), cell: (row) => <Day value={row.deliveredOn} /> },
    { id: 'product', header: t('deliveries.product'), cell: (row) => row.product.name },
    { id: 'weight', header: t('deliveries.weight'), numeric: true, cell: (row) => weight(row.grams) },
    {
      id: 'grade',
      header: t('deliveries.grade'),
      cell: (row) => <span className="whitespace-nowrap">{t(`grade.${row.grade}`)}</span>,
    },
    {
      id: 'price',
      header: t('deliveries.price'),
      numeric: true,
      cell: (row) => (row.pricePerKg ? <Money value={row.pricePerKg} /> : t('list.notYet')),
    },
    {
      id: 'lot',
      header: t('deliveries.lot'),
      cell: (row) => <span className="font-mono text-sm">{row.lot.code}</span>,
    },
    { id: 'state', header: t('list.state'), cell: (row) => <DeliveryBadge state={row.state} /> },
  ];
}

/** What a household stands for is not written anew. */
const isOpen = ({ state, replacedById }: Delivery) =>
  replacedById === null && (state === 'recorded' || state === 'contested' || state === 'witnessed');

/** What households brought, the newest first; contested ones are a tap away, since somebody waits for an answer. */
export function DeliveriesPage() {
  const t = useT();
  const api = useApiClient();
  const columns = useColumns();
  const state = useView('state', DELIVERY_STATES);
  const [search] = useSearchParams();
  const lot = search.get('lot') ?? undefined;
  // An officer of the county reads the same list; what is weighed and summed up is the supplier's.
  const clerk = useOwnSuppliers().length > 0;
  const query = usePages('GET /supplier/deliveries', { query: { state, lot } });
  return (
    <Page
      title={t('menu.deliveries')}
      lead={t('deliveries.lead')}
      actions={clerk && <LinkButton to="/trace/scale">{t('deliveries.toScale')}</LinkButton>}
    >
      {lot ? (
        <p className="mb-4">
          {t('deliveries.ofLot', { code: query.rows?.[0]?.lot.code ?? '' })}
          <Link to="/trace/deliveries" className="touch text-green underline underline-offset-4">
            {t('deliveries.ofAll')}
          </Link>
        </p>
      ) : (
        clerk && <MonthSums />
      )}
      {!lot && (
        <Views
          name="state"
          label={t('list.state')}
          views={[
            { value: '', word: t('list.all') },
            ...DELIVERY_STATES.map((value) => ({ value, word: t(`delivery.${value}`) })),
          ]}
        />
      )}
      <Listing
        id="deliveries"
        query={query}
        caption={t('menu.deliveries')}
        file={
          clerk ? (
            <ExportButtons
              name={t('menu.deliveries')}
              get={(format) => api('GET /supplier/deliveries/file', { query: { state, lot, format } })}
            />
          ) : undefined
        }
        rowKey={(row) => row.id}
        edit={clerk ? (row) => (isOpen(row) ? `/trace/deliveries/${row.id}/correct` : null) : undefined}
        empty={{ title: t('deliveries.none'), text: t('deliveries.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
