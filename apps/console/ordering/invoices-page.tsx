import { Badge, Money, usePages, type Output, type Tone } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';

type Summary = Output<'GET /supplier/invoice-requests'>['data'][number];

const TONES: Record<Summary['state'], Tone> = {
  requested: 'attention',
  issued: 'info',
  contested: 'attention',
  confirmed: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
};

export function InvoiceBadge({ state }: { state: Summary['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`invoices.state.${state}`)}</Badge>;
}

/** What organisations ask the supplier to invoice, and what it still owes them of it. */
export function InvoicesPage() {
  const t = useT();
  const waiting = useView('waiting', ['supplier'] as const);
  const query = usePages('GET /supplier/invoice-requests', { query: waiting ? { waiting } : {} });
  return (
    <Page title={t('menu.invoices')} lead={t('invoices.lead')}>
      <Views
        name="waiting"
        label={t('menu.invoices')}
        views={[
          { value: '', word: t('invoices.all') },
          { value: 'supplier', word: t('invoices.waiting') },
        ]}
      />
      <Listing
        id="invoices"
        query={query}
        caption={t('menu.invoices')}
        rowKey={(row) => row.id}
        empty={{ title: t('invoices.none'), text: t('invoices.noneText') }}
        columns={[
          {
            id: 'buyer',
            header: t('invoices.buyer'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ordering/invoices/${row.id}`}>{row.organisation?.name ?? row.title}</RowLink>,
          },
          { id: 'month', header: t('invoices.month'), cell: (row) => row.month },
          { id: 'kind', header: t('invoices.kind'), cell: (row) => t(`invoices.kind.${row.kind}`) },
          { id: 'amount', header: t('invoices.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <InvoiceBadge state={row.state} /> },
          {
            id: 'due',
            header: t('invoices.due'),
            cell: (row) => <Day value={row.correctionDueOn ?? (row.state === 'issued' ? null : row.dueOn)} />,
          },
          {
            id: 'red',
            header: t('invoices.redDue'),
            numeric: true,
            cell: (row) => (row.correction.amount === '0' ? '' : <Money value={row.correction} />),
          },
        ]}
      />
    </Page>
  );
}
