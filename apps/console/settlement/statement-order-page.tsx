import { Card, Facts, Money, Table, useApi, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { TaskBadge } from '../ordering/state';
import { useT } from '../words';
import { sumOf } from './sums';

type Order = Output<'GET /settlement/statements/{id}/lines/{lineId}/order'>;

function Course({ order }: { order: Order }) {
  const t = useT();
  const moments = [
    ['orders.placed', order.placedAt],
    ['statement.order.shipped', order.shippedAt],
    ['statement.order.received', order.receivedAt],
    ['statement.order.released', order.releasedAt],
  ] as const;
  return (
    <Card title={t('statement.order.course')}>
      <Facts
        facts={[
          { term: t('statement.order.state'), detail: <TaskBadge state={order.state} /> },
          ...moments.flatMap(([word, at]) => (at === null ? [] : [{ term: t(word), detail: <Moment value={at} /> }])),
        ]}
      />
    </Card>
  );
}

const SUMS = ['discount', 'freight', 'amount', 'refunded'] as const;

function Lines({ order, statementId }: { order: Order; statementId: string }) {
  const t = useT();
  return (
    <Card title={t('order.lines')}>
      <Table
        caption={t('order.lines')}
        rows={order.lines}
        rowKey={(row) => row.id}
        sums={{
          product: t('order.sum'),
          ...Object.fromEntries(
            SUMS.map((id) => [id, <Money key={id} value={sumOf(order.lines.map((row) => row[id]))} />]),
          ),
        }}
        columns={[
          {
            ...{ id: 'product', header: t('order.product'), rowHeader: true },
            cell: (row) => (
              <>
                {row.settled ? (
                  <RowLink to={`/settlement/statements/${statementId}/lines/${row.id}`}>{row.productName}</RowLink>
                ) : (
                  row.productName
                )}
                <span className="block text-sm font-normal text-ink-soft">{row.pack}</span>
              </>
            ),
          },
          { id: 'quantity', header: t('order.quantity'), numeric: true, cell: (row) => row.quantity },
          { id: 'price', header: t('order.price'), numeric: true, cell: (row) => <Money value={row.unitPrice} /> },
          ...SUMS.map((id) => ({
            ...{ id, header: t(`statement.order.${id}`), numeric: true },
            cell: (row: Order['lines'][number]) => <Money value={row[id]} />,
          })),
        ]}
      />
    </Card>
  );
}

/** The order that a line of a statement is of, for whoever looks over settlements: what, when and for how much, and not for whom. */
export function StatementOrderPage() {
  const t = useT();
  const { id = '', lineId = '' } = useParams();
  const query = useApi('GET /settlement/statements/{id}/lines/{lineId}/order', { params: { id, lineId } });
  return (
    <Page
      title={query.data ? t('order.title', { number: query.data.number }) : t('order.untitled')}
      lead={query.data?.supplier}
      back={{ to: `/settlement/statements/${id}/lines/${lineId}`, word: t('statement.untitled') }}
    >
      <Whole query={query}>
        {(order) => (
          <div className="flex flex-col gap-5">
            <Course order={order} />
            <Lines order={order} statementId={id} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
