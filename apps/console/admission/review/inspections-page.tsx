import { Badge, usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { inspectionTones } from './checks-view';

const CLOSED = ['reported', 'cancelled'] as const;

/** Visits within the reader's jurisdiction: first those still to be made. */
export function InspectionsPage() {
  const t = useT();
  const state = useView('state', CLOSED) ?? 'planned';
  const query = usePages('GET /admission/inspections', { query: { state } });
  return (
    <Page title={t('menu.inspections')} lead={t('inspections.lead')}>
      <Views
        name="state"
        label={t('inspections.views')}
        views={[
          { value: '', word: t('inspections.planned') },
          ...CLOSED.map((value) => ({ value, word: t(`inspections.${value}`) })),
        ]}
      />
      <Listing
        id="inspections"
        query={query}
        caption={t('menu.inspections')}
        rowKey={(row) => row.id}
        empty={{ title: t('inspections.none'), text: t('inspections.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('queue.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/inspections/${row.id}`}>{row.supplierName}</RowLink>,
          },
          { id: 'county', header: t('queue.county'), cell: (row) => row.county.name },
          { id: 'planned', header: t('inspections.plannedOn'), cell: (row) => <Day value={row.plannedOn} /> },
          { id: 'why', header: t('inspection.order'), cell: (row) => row.orderReason },
          { id: 'visited', header: t('inspections.visitedOn'), cell: (row) => <Day value={row.visitedOn} /> },
          { id: 'inspector', header: t('inspections.inspector'), cell: (row) => row.inspector ?? t('list.notYet') },
          {
            id: 'result',
            header: t('inspections.result'),
            cell: ({ result }) =>
              result ? (
                <Badge tone={inspectionTones[result]}>{t(`inspection.result.${result}`)}</Badge>
              ) : (
                t('list.notYet')
              ),
          },
        ]}
      />
    </Page>
  );
}
