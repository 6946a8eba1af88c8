import { formatDate, Money, useLocale, usePages, type Output } from '@xihuo/ui';
import { actForMany } from '../frame/bulk/act-many';
import { Listing } from '../frame/listing';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { ReconPage, StateBadge, Turn } from './parts';

const VIEWS = ['toDo', 'mine', 'closed'] as const;

type Row = Output<'GET /payment/differences'>['data'][number];

/** Whoever finds what a whole day is about takes all of it on; what it was is said, and closed by another, one by one. */
function useTakeOnMany() {
  const t = useT();
  const locale = useLocale();
  const takeOn = actForMany({
    route: 'POST /payment/differences/{id}/steps',
    ...{ word: t('recon.step.assign'), lead: () => t('recon.step.assign.lead'), fields: [] },
    can: (row: Row) => row.turn === 'anybody' || (row.turn === 'owner' && !row.mine),
    rowKey: (row) => row.id,
    name: ({ kind, day, order }) =>
      [t(`recon.kind.${kind}`), formatDate(day, locale), order?.number].filter(Boolean).join(' · '),
    to: ({ id }) => `/payment/differences/${id}`,
    input: ({ id, version }) => ({ params: { id }, version, body: { step: 'assign' as const, note: '' } }),
  });
  return hasRole(useMe(), ['finance']) ? [takeOn] : undefined;
}

/** What bill, payments and books do not agree about. */
export function DifferencesPage() {
  const t = useT();
  const view = useView('view', VIEWS) ?? 'toDo';
  const query = usePages('GET /payment/differences', { query: { view } });
  return (
    <ReconPage title={t('menu.reconciliation')} lead={t('recon.lead')}>
      <Views
        name="view"
        label={t('recon.views')}
        views={VIEWS.map((value) => ({ value: value === 'toDo' ? '' : value, word: t(`recon.view.${value}`) }))}
      />
      <Listing
        id="differences"
        query={query}
        caption={t('recon.differences')}
        bulk={useTakeOnMany()}
        rowKey={(row) => row.id}
        empty={{ title: t('recon.none'), text: t(view === 'toDo' ? 'recon.noneText' : 'recon.noneElse') }}
        columns={[
          {
            id: 'kind',
            header: t('recon.what'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/payment/differences/${row.id}`}>{t(`recon.kind.${row.kind}`)}</RowLink>,
          },
          { id: 'day', header: t('recon.day'), cell: (row) => <Day value={row.day} /> },
          { id: 'here', header: t('recon.here'), numeric: true, cell: (row) => <Money value={row.here} /> },
          { id: 'there', header: t('recon.there'), numeric: true, cell: (row) => <Money value={row.there} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge row={row} /> },
          { id: 'turn', header: t('recon.turn'), cell: (row) => <Turn row={row} /> },
        ]}
      />
    </ReconPage>
  );
}
