import { usePages } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { useDuesColumns } from './dues-columns';
import { HouseholdAreas } from './households-page';

const DUES = ['due', 'funded', 'paidOutside', 'open'] as const;

/** Village collectives with their share of what was shared out: for the supplier, whoever reads over it, and the collective itself. */
export function CollectivesPage() {
  const t = useT();
  const query = usePages('GET /benefit/collectives', { query: {} });
  const sums = useDuesColumns<NonNullable<typeof query.rows>[number]>(DUES);
  return (
    <Page title={t('collective.list')} lead={t('collective.lead')}>
      <HouseholdAreas />
      <Listing
        id="collectives"
        query={query}
        caption={t('collective.list')}
        rowKey={(row) => `${row.supplier.id} ${row.collective.id}`}
        empty={{ title: t('collective.none'), text: t('collective.noneText') }}
        columns={[
          {
            id: 'collective',
            header: t('pool.collective'),
            rowHeader: true,
            cell: (row) => (
              <RowLink to={`/benefit/collectives/${row.supplier.id}/${row.collective.id}`}>
                {row.collective.name}
              </RowLink>
            ),
          },
          { id: 'supplier', header: t('agreement.supplier'), cell: (row) => row.supplier.name },
          ...sums,
          { id: 'last', header: t('dues.last'), cell: (row) => <Day value={row.lastEarnedOn} /> },
        ]}
      />
    </Page>
  );
}
