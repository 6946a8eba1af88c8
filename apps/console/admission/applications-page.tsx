import { usePages } from '@xihuo/ui';
import { Finder, useAsked } from '../frame/finder';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { ApplicationBadge } from './states';

const VIEWS = [
  'submitted',
  'countyRecommended',
  'underReview',
  'publicNotice',
  'certified',
  'correctionsRequested',
  'rejected',
] as const;

/** Applications of the own jurisdiction; which those are is the server's to say. */
export function ApplicationsPage() {
  const t = useT();
  const state = useView('state', VIEWS);
  const asked = useAsked(['submitted', '-submitted']);
  const query = usePages('GET /admission/applications', { query: { ...(state ? { state } : {}), ...asked } });
  return (
    <Page title={t('menu.applications')} lead={t('applications.lead')}>
      <Views
        name="state"
        label={t('applications.views')}
        views={[
          { value: '', word: t('list.all') },
          ...VIEWS.map((value) => ({ value, word: t(`application.${value}`) })),
        ]}
      />
      <Finder label={t('list.bySupplier')} />
      <Listing
        id="applications"
        query={query}
        caption={t('menu.applications')}
        rowKey={(row) => row.id}
        empty={{ title: t('applications.none'), text: t('applications.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('applications.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/applications/${row.id}`}>{row.supplierName}</RowLink>,
          },
          { id: 'kind', header: t('applications.kind'), cell: (row) => t(`supplierKind.${row.kind}`) },
          {
            id: 'county',
            header: t('applications.county'),
            cell: (row) => `${row.county.provinceName} ${row.county.name}`,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <ApplicationBadge state={row.state} /> },
          {
            id: 'submitted',
            header: t('applications.submitted'),
            sort: 'submitted',
            cell: (row) => <Day value={row.submittedAt} />,
          },
          {
            id: 'decided',
            header: t('applications.decided'),
            cell: (row) => <Day value={row.decidedAt} />,
          },
        ]}
      />
    </Page>
  );
}
