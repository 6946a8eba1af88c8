import { Money, usePages } from '@xihuo/ui';
import { Finder, useAsked } from '../frame/finder';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { CaseBadge, useClaimNames } from './after-sale-parts';
import { useAnswerActs } from './answer-many';

const VIEWS = ['others'] as const;

/** What buyers claim: first what waits, by its deadline. */
export function AfterSalesPage() {
  const t = useT();
  const names = useClaimNames();
  const others = useView('view', VIEWS) === 'others';
  const input = { query: { open: others ? ('false' as const) : ('true' as const), ...useAsked([]) } };
  const query = usePages('GET /supplier/after-sales', input);
  return (
    <Page title={t('menu.claims')} lead={t('claims.lead')}>
      <Views
        name="view"
        label={t('orders.views')}
        views={[
          { value: '', word: t('claims.waiting') },
          { value: 'others', word: t('claims.others') },
        ]}
      />
      <Finder label={t('orders.find')} />
      <Listing
        id="after-sales"
        query={query}
        caption={t('menu.claims')}
        bulk={useAnswerActs()}
        rowKey={(row) => row.id}
        empty={{ title: t('claims.none'), text: t('claims.noneText') }}
        file={<ListFile name={t('menu.claims')} route="GET /supplier/after-sales" input={input} />}
        columns={[
          {
            id: 'number',
            header: t('orders.number'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ordering/after-sales/${row.id}`}>{row.orderNumber}</RowLink>,
          },
          { id: 'kind', header: t('claim.kind'), cell: (row) => `${names.kind(row)} · ${names.reason(row)}` },
          {
            id: 'goods',
            header: t('orders.goods'),
            cell: (row) => row.lines.map((line) => `${line.productName} × ${line.packs}`).join('、'),
          },
          { id: 'amount', header: t('orders.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <CaseBadge state={row.state} /> },
          { id: 'due', header: t('claim.due'), cell: (row) => (row.dueAt ? <Moment value={row.dueAt} /> : '—') },
        ]}
      />
    </Page>
  );
}
