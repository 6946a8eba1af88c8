import { Badge, usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import { Category } from './category';
import { DossierBadge } from './states';

const VIEWS = ['correctionsRequested', 'approved', 'rejected', 'withdrawn', 'superseded'] as const;

/** Product dossiers of the own jurisdiction; those that wait stand first, the longest waiting on top. */
export function DossiersPage() {
  const t = useT();
  const state = useView('state', VIEWS);
  const query = usePages('GET /admission/dossiers', { query: { state: state ?? 'submitted' } });
  return (
    <Page title={t('menu.dossiers')} lead={t('dossiers.lead')}>
      <Views
        name="state"
        label={t('dossiers.views')}
        views={[
          { value: '', word: t('dossierState.submitted') },
          ...VIEWS.map((value) => ({ value, word: t(`dossierState.${value}`) })),
        ]}
      />
      <Listing
        id="dossiers"
        query={query}
        caption={t('menu.dossiers')}
        rowKey={(row) => row.id}
        empty={{ title: t('dossiers.none'), text: t('dossiers.noneText') }}
        columns={[
          {
            id: 'product',
            header: t('dossiers.product'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/admission/dossiers/${row.id}`}>{row.product.name}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{row.supplier.name}</span>
              </>
            ),
          },
          { id: 'category', header: t('dossiers.category'), cell: (row) => <Category value={row.product.category} /> },
          {
            id: 'county',
            header: t('applications.county'),
            cell: (row) => `${row.county.provinceName} ${row.county.name}`,
          },
          {
            id: 'version',
            header: t('dossiers.version'),
            cell: (row) => (
              <span className="whitespace-nowrap">
                {t('dossiers.nth', { number: row.dossierVersion })}
                {row.onSale && row.dossierVersion > 1 && (
                  <span className="block text-sm text-ink-faint">{t('dossiers.earlierSells')}</span>
                )}
              </span>
            ),
          },
          {
            id: 'faults',
            header: t('dossiers.faults'),
            cell: (row) =>
              row.faults === 0 ? (
                <Badge tone="good">{t('dossiers.noFaults')}</Badge>
              ) : (
                <Badge tone="bad">{t('dossiers.someFaults', { count: row.faults })}</Badge>
              ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <DossierBadge state={row.state} /> },
          { id: 'submitted', header: t('dossiers.sent'), cell: (row) => <Moment value={row.submittedAt} /> },
          { id: 'decided', header: t('applications.decided'), cell: (row) => <Day value={row.decidedAt} /> },
        ]}
      />
    </Page>
  );
}
