import { Money, usePages } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { RowLink, useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { ReconPage, StateBadge, Turn } from './parts';

const VIEWS = ['toDo', 'mine', 'closed'] as const;

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
