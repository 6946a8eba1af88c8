import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { RowLink } from '../../frame/views';
import { Moment } from '../../frame/when';
import { useT } from '../../words';

/** The own parcels that hold something of a recall: whom to write to, what to fetch back. */
export function Parcels({ id }: { id: string }) {
  const t = useT();
  const query = usePages('GET /supplier/recalls/{id}/parcels', { params: { id } });
  return (
    <div>
      <h2 className="mb-2 text-lg">{t('parcels.title')}</h2>
      <Listing
        id="recall-parcels"
        query={query}
        caption={t('parcels.title')}
        rowKey={(row) => row.id}
        empty={{ title: t('parcels.none'), text: t('parcels.noneText') }}
        columns={[
          {
            id: 'order',
            header: t('orders.number'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ordering/orders/${row.supplierOrderId}`}>{row.orderNumber}</RowLink>,
          },
          { id: 'tracking', header: t('shipment.tracking'), cell: (row) => `${row.carrier} ${row.trackingNumber}` },
          { id: 'shipped', header: t('parcels.shippedAt'), cell: (row) => <Moment value={row.shippedAt} /> },
          {
            id: 'lots',
            header: t('menu.lots'),
            cell: (row) =>
              row.lots.map((lot) => (
                <span key={`${lot.code}${lot.productName}`} className="block">
                  <span className="font-mono text-sm">{lot.code}</span> {lot.productName}
                </span>
              )),
          },
          { id: 'packs', header: t('origin.packs'), numeric: true, cell: (row) => row.packs },
        ]}
      />
    </div>
  );
}
