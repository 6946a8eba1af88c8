import { Badge, Money, usePages } from '@xihuo/ui';
import { Until } from '../admission/watching/today';
import { Finder, useAsked } from '../frame/finder';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { isOver, StateBadge } from './parts';

const VIEWS = ['toDo', 'mine', 'all'] as const;

/** Cases the platform has stepped into, what is due first. */
export function QueuePage() {
  const t = useT();
  const view = useView('view', VIEWS) ?? 'toDo';
  const query = usePages('GET /mediation/disputes', { query: { view, ...useAsked([]) } });
  return (
    <Page title={t('menu.mediation')} lead={t('dispute.queue.lead')}>
      <Views
        name="view"
        label={t('dispute.views')}
        views={VIEWS.map((value) => ({ value: value === 'toDo' ? '' : value, word: t(`dispute.view.${value}`) }))}
      />
      <Finder label={t('dispute.findAll')} />
      <Listing
        id="mediation"
        query={query}
        caption={t('menu.mediation')}
        rowKey={(row) => row.id}
        empty={{ title: t('dispute.none'), text: t('dispute.queue.noneText') }}
        columns={[
          {
            id: 'goods',
            header: t('dispute.goods'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/mediation/${row.id}`}>{row.products.join('、')}</RowLink>,
          },
          {
            id: 'supplier',
            header: t('dispute.supplier'),
            cell: (row) => <span lang="zh-CN">{row.supplier.name}</span>,
          },
          { id: 'kind', header: t('dispute.kindTerm'), cell: (row) => t(`dispute.kind.${row.kind}`) },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge row={row} /> },
          { id: 'held', header: t('dispute.held'), numeric: true, cell: (row) => <Money value={row.held} /> },
          { id: 'opened', header: t('dispute.openedAt'), cell: (row) => <Day value={row.openedAt} /> },
          { id: 'due', header: t('dispute.due'), cell: (row) => <Until day={row.dueOn} settled={isOver(row)} /> },
          {
            id: 'taken',
            header: t('dispute.taken'),
            cell: (row) => (
              <Badge tone={row.mine ? 'good' : row.mediated ? 'neutral' : 'attention'}>
                {t(row.mine ? 'dispute.taken.mine' : row.mediated ? 'dispute.taken.other' : 'dispute.taken.nobody')}
              </Badge>
            ),
          },
        ]}
      />
    </Page>
  );
}
