import { Button, LinkButton, Money, useApiClient, usePages, type Column } from '@xihuo/ui';
import { useState } from 'react';
import { ExportButtons } from '../frame/export-buttons';
import { Finder, useAsked } from '../frame/finder';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { useOrderActs } from './print-many';
import { ShipmentDialog } from './shipment-dialog';
import { TaskBadge, type Task } from './state';

const OTHERS = ['shipped', 'received', 'released', 'all'] as const;

function Goods({ task }: { task: Task }) {
  return (
    <ul>
      {task.lines.map((line) => (
        <li key={line.id}>
          {line.productName} <span className="text-ink-faint">{line.pack}</span>{' '}
          <span className="numeric whitespace-nowrap">× {line.quantity}</span>
        </li>
      ))}
    </ul>
  );
}

/** The way to send a part that waits. */
function useShipColumn(ship: (task: Task) => void): Column<Task> {
  const t = useT();
  return {
    id: 'act',
    header: t('list.act'),
    cell: (row) =>
      row.state === 'toShip' && (
        <Button
          data-act="POST /supplier/orders/{id}/shipment"
          size="small"
          look="secondary"
          className="whitespace-nowrap"
          onClick={() => ship(row)}
        >
          {t('shipment.start')}
        </Button>
      ),
  };
}

/** The own supplier's orders: first those that wait to be shipped, the oldest on top. */
export function OrdersPage() {
  const t = useT();
  const api = useApiClient();
  const view = useView('state', OTHERS);
  const filter = view === 'all' ? {} : { state: view ?? ('toShip' as const) };
  const asked = useAsked(['placed', '-placed']);
  const query = usePages('GET /supplier/orders', { query: { ...filter, ...asked } });
  const [shipping, setShipping] = useState<Task | null>(null);
  const bulk = useOrderActs();
  const act = useShipColumn(setShipping);
  return (
    <Page
      title={t('menu.orders')}
      lead={t('orders.lead')}
      actions={
        <LinkButton look="secondary" to="/ordering/shipments">
          {t('sending.open')}
        </LinkButton>
      }
    >
      <Views
        name="state"
        label={t('orders.views')}
        views={[
          { value: '', word: t('supplierOrder.toShip') },
          ...OTHERS.map((value) => ({ value, word: value === 'all' ? t('list.all') : t(`supplierOrder.${value}`) })),
        ]}
      />
      <Finder label={t('orders.find')} />
      <Listing
        id="orders"
        query={query}
        caption={t('menu.orders')}
        rowKey={(row) => row.id}
        bulk={bulk}
        file={
          <ExportButtons
            name={t('menu.orders')}
            get={(format) => api('GET /supplier/orders/file', { query: { ...filter, ...asked, format } })}
          />
        }
        empty={{ title: t('orders.none'), text: t('orders.noneText') }}
        columns={[
          {
            id: 'number',
            header: t('orders.number'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ordering/orders/${row.id}`}>{row.orderNumber}</RowLink>,
          },
          { id: 'placed', sort: 'placed', header: t('orders.placed'), cell: (row) => <Moment value={row.placedAt} /> },
          { id: 'goods', header: t('orders.goods'), cell: (row) => <Goods task={row} /> },
          { id: 'to', header: t('orders.to'), cell: (row) => `${row.shipTo.regionName} ${row.shipTo.name}` },
          { id: 'amount', header: t('orders.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <TaskBadge state={row.state} /> },
          ...(query.rows?.some((row) => row.state === 'toShip') ? [act] : []),
        ]}
      />
      {shipping && <ShipmentDialog key={shipping.id} task={shipping} onClose={() => setShipping(null)} />}
    </Page>
  );
}
