import { Money, usePages } from '@xihuo/ui';
import { Until } from '../admission/watching/today';
import { Finder, useAsked } from '../frame/finder';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { isOver, StateBadge } from './parts';

const VIEWS = ['waiting', 'open', 'ended'] as const;

/** Disputes about the own orders; those that wait for an answer are the first thing asked for. */
export function OwnCasesPage() {
  const t = useT();
  const view = useView('view', VIEWS) ?? 'open';
  const query = usePages('GET /supplier/disputes', { query: { view, ...useAsked([]) } });
  return (
    <Page title={t('menu.disputes')} lead={t('dispute.own.lead')}>
      <Views
        name="view"
        label={t('dispute.views')}
        views={[
          { value: '', word: t('dispute.view.open') },
          { value: 'waiting', word: t('dispute.view.waiting') },
          { value: 'ended', word: t('dispute.view.ended') },
        ]}
      />
      <Finder label={t('dispute.find')} />
      <Listing
        id="disputes"
        query={query}
        caption={t('menu.disputes')}
        rowKey={(row) => row.id}
        empty={{ title: t('dispute.none'), text: t('dispute.own.noneText') }}
        columns={[
          {
            id: 'goods',
            header: t('dispute.goods'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/disputes/${row.id}`}>{row.products.join('、')}</RowLink>,
          },
          {
            id: 'order',
            header: t('dispute.order'),
            cell: (row) => <span className="numeric whitespace-nowrap">{row.orderNumber}</span>,
          },
          { id: 'kind', header: t('dispute.kindTerm'), cell: (row) => t(`dispute.kind.${row.kind}`) },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge row={row} /> },
          { id: 'held', header: t('dispute.held'), cell: (row) => <Money value={row.held} /> },
          { id: 'opened', header: t('dispute.openedAt'), cell: (row) => <Day value={row.openedAt} /> },
          { id: 'due', header: t('dispute.due'), cell: (row) => <Until day={row.dueOn} settled={isOver(row)} /> },
        ]}
      />
    </Page>
  );
}
