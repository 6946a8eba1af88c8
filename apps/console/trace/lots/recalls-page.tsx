import { Badge, usePages, type Tone } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { RecallByPlatform } from './recall-by-platform';

export const RECALL_STATES = ['open', 'completed', 'withdrawn'] as const;
type RecallState = (typeof RECALL_STATES)[number];
const tones: Record<RecallState, Tone> = { open: 'bad', completed: 'good', withdrawn: 'neutral' };

export function RecallBadge({ state }: { state: RecallState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`recall.${state}`)}</Badge>;
}

/** Recalls of the own supplier, or all of them for who watches over suppliers; the open ones first to be looked for. */
export function RecallsPage() {
  const t = useT();
  const me = useMe();
  const state = useView('state', RECALL_STATES);
  const query = usePages('GET /trace/recalls', { query: { state } });
  return (
    <Page title={t('menu.recalls')} lead={t('recalls.lead')}>
      {hasRole(me, ['operator']) && <RecallByPlatform />}
      <Views
        name="state"
        label={t('list.state')}
        views={[
          { value: '', word: t('list.all') },
          ...RECALL_STATES.map((value) => ({ value, word: t(`recall.${value}`) })),
        ]}
      />
      <Listing
        id="recalls"
        query={query}
        caption={t('menu.recalls')}
        rowKey={(row) => row.id}
        empty={{ title: t('recalls.none'), text: t('recalls.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('applications.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/trace/recalls/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          { id: 'class', header: t('recall.class'), cell: (row) => t(`recall.class.${row.class}`) },
          { id: 'reason', header: t('recall.reason'), cell: (row) => row.reason },
          { id: 'lots', header: t('menu.lots'), numeric: true, cell: (row) => row.lots },
          { id: 'opened', header: t('recall.openedAt'), cell: (row) => <Moment value={row.openedAt} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <RecallBadge state={row.state} /> },
        ]}
      />
    </Page>
  );
}
