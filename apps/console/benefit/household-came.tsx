import { Badge, Money, usePages } from '@xihuo/ui';
import { useSay } from '../admission/watching/today';
import { Listing } from '../frame/listing';
import { Day } from '../frame/when';
import { useT } from '../words';
import { useKilograms } from './parts';

/** What the household brought to the scale. */
export function HouseholdDeliveries({ householdId }: { householdId: string }) {
  const t = useT();
  const kilograms = useKilograms();
  const query = usePages('GET /supplier/deliveries', { query: { household: householdId } });
  return (
    <Listing
      id="household-deliveries"
      query={query}
      caption={t('dues.view.deliveries')}
      rowKey={(row) => row.id}
      empty={{ title: t('came.noDeliveries'), text: t('came.noDeliveriesText') }}
      columns={[
        { id: 'product', header: t('order.product'), rowHeader: true, cell: (row) => row.product.name },
        { id: 'day', header: t('held.day'), cell: (row) => <Day value={row.deliveredOn} /> },
        { id: 'weight', header: t('held.weight'), numeric: true, cell: (row) => kilograms(row.grams) },
        { id: 'lot', header: t('lots.code'), cell: (row) => <span className="numeric">{row.lot.code}</span> },
        {
          id: 'counts',
          header: t('list.state'),
          cell: (row) => (
            <Badge tone={row.contest ? 'bad' : row.counts ? 'good' : 'attention'}>
              {t(row.contest ? 'came.contested' : row.counts ? 'came.counts' : 'came.waits')}
            </Badge>
          ),
        },
      ]}
    />
  );
}

/** Days and pieces it worked, and what they earn. */
export function HouseholdWork({ householdId }: { householdId: string }) {
  const t = useT();
  const say = useSay();
  const query = usePages('GET /benefit/work', { query: { household: householdId } });
  return (
    <Listing
      id="household-work"
      query={query}
      caption={t('dues.view.work')}
      rowKey={(row) => row.id}
      empty={{ title: t('came.noWork'), text: t('came.noWorkText') }}
      columns={[
        { id: 'why', header: t('dues.why'), rowHeader: true, cell: (row) => say(row.why) },
        { id: 'day', header: t('came.last'), cell: (row) => <Day value={row.to} /> },
        { id: 'amount', header: t('dues.due'), numeric: true, cell: (row) => <Money value={row.amount} /> },
        {
          id: 'state',
          header: t('list.state'),
          cell: (row) => {
            const earned = row.state === 'confirmed' || row.state === 'uncontested';
            return (
              <Badge tone={row.state === 'contested' ? 'bad' : earned ? 'good' : 'attention'}>
                {t(`came.work.${row.state}`)}
              </Badge>
            );
          },
        },
      ]}
    />
  );
}
