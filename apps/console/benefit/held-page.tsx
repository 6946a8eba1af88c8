import { usePages } from '@xihuo/ui';
import { useSay } from '../admission/watching/today';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { AgreementAreas } from './agreements-page';
import { HouseholdName, useKilograms } from './parts';

/** Deliveries that were confirmed and that no agreement covers whole: nobody is owed for them until one does. */
export function HeldPage() {
  const t = useT();
  const say = useSay();
  const kilograms = useKilograms();
  const query = usePages('GET /benefit/held-deliveries', { query: {} });
  return (
    <Page title={t('held.title')} lead={t('held.lead')}>
      <AgreementAreas />
      <Listing
        id="held"
        query={query}
        caption={t('held.title')}
        rowKey={(row) => row.id}
        empty={{ title: t('held.none'), text: t('held.noneText') }}
        columns={[
          {
            id: 'household',
            header: t('dues.household'),
            rowHeader: true,
            cell: (row) => <HouseholdName household={row.household} />,
          },
          { id: 'product', header: t('order.product'), cell: (row) => row.product.name },
          { id: 'weight', header: t('held.weight'), numeric: true, cell: (row) => kilograms(row.grams) },
          { id: 'day', header: t('held.day'), cell: (row) => <Day value={row.deliveredOn} /> },
          {
            id: 'why',
            header: t('held.why'),
            cell: (row) => <span className="block sm:max-w-96">{say(row.why)}</span>,
          },
          {
            id: 'act',
            header: t('list.act'),
            cell: (row) => <RowLink to={`/benefit/households/${row.household.id}`}>{t('held.toHousehold')}</RowLink>,
          },
        ]}
      />
    </Page>
  );
}
