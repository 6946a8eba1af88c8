import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { RowLink, useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { WatchPage } from './frame';
import { StateBadge } from './states';

const VIEWS = ['draft', 'drawn', 'closed', 'cancelled'] as const;

function usePlan(): Act<'POST /admission/spot-checks'> {
  const t = useT();
  return {
    route: 'POST /admission/spot-checks',
    word: t('plan.new'),
    lead: t('plan.new.lead'),
    done: t('plan.new.done'),
    look: 'primary',
    fields: [
      { name: 'title', kind: 'text', label: t('plan.title'), least: 2, most: 120 },
      { name: 'purpose', kind: 'area', label: t('plan.purpose'), least: 4, most: 1000 },
      {
        name: 'regionPrefix',
        kind: 'text',
        label: t('plan.region'),
        hint: t('plan.regionHint'),
        optional: true,
        most: 6,
      },
      { name: 'sampleSize', kind: 'number', label: t('plan.size'), min: '1', max: '1000' },
    ],
    input: ({ title = '', purpose = '', regionPrefix = '', sampleSize }) => ({
      body: {
        ...{ title: title.trim(), purpose: purpose.trim(), regionPrefix: regionPrefix.trim() },
        sampleSize: Number(sampleSize),
      },
    }),
  };
}

/** Spot checks: drawn by lot from a seed that is kept, by somebody else than made the plan. */
export function SpotChecksPage() {
  const t = useT();
  const me = useMe();
  const plan = usePlan();
  const state = useView('state', VIEWS);
  const query = usePages('GET /admission/spot-checks', { query: state ? { state } : {} });
  return (
    <WatchPage
      title={t('watch.spotChecks')}
      lead={t('plans.lead')}
      actions={hasRole(me, ['reviewer']) && <ActButton act={plan} />}
    >
      <Views
        name="state"
        label={t('cases.views')}
        views={[{ value: '', word: t('list.all') }, ...VIEWS.map((value) => ({ value, word: t(`plan.${value}`) }))]}
      />
      <Listing
        id="spot-checks"
        query={query}
        caption={t('watch.spotChecks')}
        rowKey={(row) => row.id}
        empty={{ title: t('plans.none'), text: t('plans.noneText') }}
        columns={[
          {
            id: 'title',
            header: t('plan.title'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/watching/spot-checks/${row.id}`}>{row.title}</RowLink>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`plan.${row.state}`} /> },
          { id: 'size', header: t('plan.size'), numeric: true, cell: (row) => row.sampleSize },
          { id: 'passed', header: t('sample.passed'), numeric: true, cell: (row) => row.samples.passed },
          { id: 'failed', header: t('sample.failed'), numeric: true, cell: (row) => row.samples.failed },
          { id: 'created', header: t('plan.created'), cell: (row) => <Day value={row.createdAt} /> },
        ]}
      />
    </WatchPage>
  );
}
