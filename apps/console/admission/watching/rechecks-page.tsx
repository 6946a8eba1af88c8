import { Card, Facts, Table, useApi, usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { Sheet, WatchPage } from './frame';
import { StateBadge, type Recheck } from './states';
import { SupplierLink } from './supplier-link';
import { Until } from './today';

const VIEWS = ['answered', 'open', 'missed', 'passed', 'failed'] as const;

/** The six-monthly look at identity and the yearly review. */
export function RechecksPage() {
  const t = useT();
  const state = useView('state', VIEWS) ?? 'answered';
  const query = usePages('GET /admission/rechecks', { query: { state } });
  return (
    <WatchPage title={t('watch.rechecks')} lead={t('rechecks.lead')}>
      <Views
        name="state"
        label={t('cases.views')}
        views={VIEWS.map((value) => ({ value: value === 'answered' ? '' : value, word: t(`recheck.${value}`) }))}
      />
      <Listing
        id="rechecks"
        query={query}
        caption={t('watch.rechecks')}
        rowKey={(row) => row.id}
        empty={{ title: t('rechecks.none'), text: t('cases.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('watch.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/watching/rechecks/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          { id: 'kind', header: t('recheck.kind'), cell: (row) => t(`recheckKind.${row.kind}`) },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`recheck.${row.state}`} /> },
          { id: 'opened', header: t('recheck.opened'), cell: (row) => <Day value={row.openedOn} /> },
          {
            id: 'due',
            header: t('recheck.due'),
            cell: (row) => <Until day={row.dueOn} settled={row.state !== 'open' && row.state !== 'missed'} />,
          },
        ]}
      />
    </WatchPage>
  );
}

/** Item by item: unchanged, or what changed. */
export function Answers({ recheck }: { recheck: Recheck }) {
  const t = useT();
  return (
    <Card title={t('recheck.answers')}>
      {recheck.answers === null ? (
        <p className="text-ink-soft">{t('recheck.noAnswers')}</p>
      ) : (
        <Table
          caption={t('recheck.answers')}
          rows={recheck.answers}
          rowKey={(row) => row.item}
          columns={[
            { id: 'item', header: t('recheck.item'), rowHeader: true, cell: (row) => t(`recheckItem.${row.item}`) },
            {
              id: 'answer',
              header: t('recheck.answer'),
              cell: (row) => t(row.unchanged ? 'recheck.unchanged' : 'recheck.changed'),
            },
            { id: 'note', header: t('recheck.note'), cell: (row) => row.note },
          ]}
        />
      )}
    </Card>
  );
}

export function RecheckFacts({ recheck, supplier }: { recheck: Recheck; supplier: React.ReactNode }) {
  const t = useT();
  return (
    <Card title={t('recheck.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <StateBadge state={`recheck.${recheck.state}`} /> },
          { term: t('watch.supplier'), detail: supplier },
          { term: t('recheck.opened'), detail: <Day value={recheck.openedOn} /> },
          {
            term: t('recheck.due'),
            detail: <Until day={recheck.dueOn} settled={recheck.state !== 'open' && recheck.state !== 'missed'} />,
          },
          { term: t('recheck.answeredAt'), detail: <Moment value={recheck.answeredAt} /> },
          { term: t('recheck.decidedAt'), detail: <Moment value={recheck.decidedAt} /> },
          ...(recheck.reason ? [{ term: t('measure.reason'), detail: recheck.reason }] : []),
        ]}
      />
    </Card>
  );
}

function useDecision(
  { id, version }: Recheck,
  decision: 'passed' | 'failed' | 'sentBack',
): Act<'POST /admission/rechecks/{id}/decision'> {
  const t = useT();
  return {
    route: 'POST /admission/rechecks/{id}/decision',
    word: t(`recheck.decide.${decision}`),
    lead: t(`recheck.decide.${decision}.lead`),
    done: t('recheck.decide.done'),
    ...(decision === 'failed' ? { look: 'danger' as const } : {}),
    fields: [{ name: 'reason', kind: 'area', label: t('measure.reason'), most: 1000, optional: decision === 'passed' }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { decision, reason: reason.trim() } }),
  };
}

function Decide({ recheck }: { recheck: Recheck }) {
  const t = useT();
  const passed = useDecision(recheck, 'passed');
  const sentBack = useDecision(recheck, 'sentBack');
  const failed = useDecision(recheck, 'failed');
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        <ActButton act={passed} />
        <ActButton act={sentBack} />
        <ActButton act={failed} />
      </div>
    </Card>
  );
}

export function RecheckPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/rechecks/{id}', { params: { id } });
  const title = query.data
    ? `${query.data.supplier.name} · ${t(`recheckKind.${query.data.kind}`)}`
    : t('watch.rechecks');
  return (
    <Page
      title={title}
      back={{ to: '/admission/watching/rechecks', word: t('watch.rechecks') }}
      history={{ kind: 'recheck', id }}
    >
      <Whole query={query}>
        {(recheck) => (
          <Sheet
            main={<Answers recheck={recheck} />}
            side={
              <>
                {recheck.state === 'answered' && recheck.mayJudge && <Decide recheck={recheck} />}
                <RecheckFacts recheck={recheck} supplier={<SupplierLink supplier={recheck.supplier} />} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
