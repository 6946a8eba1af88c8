import { Badge, Button, Card, Facts, formatDateTime, Money, Table, Timeline, useApi, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { EndShort } from './end-short';
import { ParcelPrints } from './parcel-prints';
import { ShipmentDialog } from './shipment-dialog';
import { TaskBadge, type Task } from './state';

function Lines({ task }: { task: Task }) {
  const t = useT();
  return (
    <Card title={t('order.lines')}>
      <Table
        caption={t('order.lines')}
        rows={task.lines}
        rowKey={(row) => row.id}
        sums={{ product: t('order.sum'), amount: <Money value={task.amount} /> }}
        columns={[
          {
            id: 'product',
            header: t('order.product'),
            rowHeader: true,
            // Where this very line comes from can be told once it has left.
            cell: (row) =>
              task.parcels.length === 0 ? (
                row.productName
              ) : (
                <>
                  {row.productName}{' '}
                  <Link to={`/trace/order-lines/${row.id}`} className={rowLink}>
                    {t('origin.open')}
                  </Link>
                </>
              ),
          },
          { id: 'pack', header: t('order.pack'), cell: (row) => row.pack },
          { id: 'quantity', header: t('order.quantity'), numeric: true, cell: (row) => row.quantity },
          { id: 'price', header: t('order.price'), numeric: true, cell: (row) => <Money value={row.unitPrice} /> },
          { id: 'amount', header: t('orders.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
        ]}
      />
    </Card>
  );
}

function Parcels({ task }: { task: Task }) {
  const t = useT();
  const locale = useLocale();
  if (task.parcels.length === 0) return null;
  return (
    <Card title={t('order.parcels')}>
      <Timeline
        entries={task.parcels.map((parcel) => ({
          id: parcel.id,
          at: formatDateTime(parcel.shippedAt, locale),
          title: [parcel.carrier, parcel.trackingNumber, parcel.replaces && t(`claim.kind.${parcel.replaces}`)]
            .filter(Boolean)
            .join(' '),
          children: (
            <>
              <ul>
                {parcel.lots.map((lot) => (
                  <li key={`${lot.code} ${lot.productName}`}>
                    {lot.productName} × {lot.packs} · <span className="font-mono text-sm">{lot.code}</span>
                  </li>
                ))}
              </ul>
              <ParcelNews news={parcel.news} />
              <ParcelPrints task={task} parcelId={parcel.id} />
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** The last word of the carrier; what strayed is marked, since a claim comes of it. */
function ParcelNews({ news: [last] }: { news: Task['parcels'][number]['news'] }) {
  const t = useT();
  const locale = useLocale();
  if (!last) return null;
  const isStray = last.kind === 'returned' || last.kind === 'lost' || last.kind === 'problem';
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm">
      <Badge tone={isStray ? 'bad' : last.kind === 'delivered' ? 'good' : 'info'}>
        {t(`parcel.kind.${last.kind}`)}
      </Badge>
      <span className="text-ink-faint">
        {formatDateTime(last.at, locale)} {last.place}
      </span>
    </p>
  );
}

function ShipTo({ task }: { task: Task }) {
  const t = useT();
  return (
    <Card title={t('order.shipTo')}>
      <Facts
        facts={[
          { term: t('order.name'), detail: task.shipTo.name },
          { term: t('order.phone'), detail: <span className="numeric">{task.shipTo.phone}</span> },
          { term: t('order.region'), detail: task.shipTo.regionName },
          { term: t('order.address'), detail: task.shipTo.address },
          ...(task.invoiceRequestId
            ? [
                {
                  term: t('menu.invoices'),
                  detail: (
                    <Link to={`/ordering/invoices/${task.invoiceRequestId}`} className={rowLink}>
                      {t('order.invoiceAsked')}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(task.ownNumber ? [{ term: t('order.ownNumber'), detail: task.ownNumber }] : []),
          ...(task.remark ? [{ term: t('order.remark'), detail: task.remark }] : []),
          { term: t('orders.placed'), detail: <Moment value={task.placedAt} /> },
          { term: t('list.state'), detail: <TaskBadge state={task.state} /> },
        ]}
      />
    </Card>
  );
}

/** One order of the own supplier, with all that is needed to pack and send it. */
export function OrderPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/orders/{id}', { params: { id } });
  const [shipping, setShipping] = useState(false);
  const task = query.data;
  return (
    <Page
      title={task ? t('order.title', { number: task.orderNumber }) : t('order.untitled')}
      back={{ to: '/ordering/orders', word: t('menu.orders') }}
      history={{ kind: 'supplierOrder', id }}
      actions={
        task?.state === 'toShip' && (
          <div className="flex flex-wrap items-center gap-3">
            <ParcelPrints task={task} />
            <Button data-act="POST /supplier/orders/{id}/shipment" onClick={() => setShipping(true)}>
              {t('shipment.start')}
            </Button>
            <EndShort task={task} />
          </div>
        )
      }
    >
      <Whole query={query}>
        {(shown) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-5">
              <Lines task={shown} />
              <Parcels task={shown} />
            </div>
            <ShipTo task={shown} />
          </div>
        )}
      </Whole>
      {task && shipping && <ShipmentDialog task={task} onClose={() => setShipping(false)} />}
    </Page>
  );
}
