import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { RowLink, useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { WatchPage } from './frame';
import { StateBadge } from './states';
import { Until, useSay } from './today';

const VIEWS = ['open', 'proposed', 'closed'] as const;

/** What was found about suppliers of the own jurisdiction. */
export function CasesPage() {
  const t = useT();
  const say = useSay();
  const state = useView('state', VIEWS);
  const query = usePages('GET /admission/cases', { query: state ? { state } : {} });
  return (
    <WatchPage title={t('watch.cases')} lead={t('cases.lead')}>
      <Views
        name="state"
        label={t('cases.views')}
        views={[{ value: '', word: t('list.all') }, ...VIEWS.map((value) => ({ value, word: t(`case.${value}`) }))]}
      />
      <Listing
        id="cases"
        query={query}
        caption={t('watch.cases')}
        rowKey={(row) => row.id}
        empty={{ title: t('cases.none'), text: t('cases.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('watch.supplier'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/admission/watching/cases/${row.id}`}>{row.supplier.name}</RowLink>
                <span className="block text-xs font-normal text-ink-faint">
                  {row.county.provinceName} {row.county.name}
                </span>
              </>
            ),
          },
          {
            id: 'ground',
            header: t('case.ground'),
            cell: (row) => (
              <span className="block sm:max-w-72">
                {say(row.ground.name)}
                <span className="block text-xs text-ink-faint">{say(row.summary)}</span>
              </span>
            ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`case.${row.state}`} /> },
          { id: 'found', header: t('case.found'), cell: (row) => <Day value={row.foundOn} /> },
          {
            id: 'until',
            header: t('case.statementUntil'),
            cell: (row) => <Until day={row.statementUntil} settled={row.state === 'closed'} />,
          },
        ]}
      />
    </WatchPage>
  );
}
