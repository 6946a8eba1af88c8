import { Card, Facts, Table, useApi, usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { Said, Sheet, WatchPage } from './frame';
import { StateBadge, type Exit } from './states';
import { Until, useSay } from './today';

const VIEWS = ['running', 'completed', 'cancelled'] as const;

/** Suppliers that leave, and how far it is. */
export function ExitsPage() {
  const t = useT();
  const state = useView('state', VIEWS);
  const query = usePages('GET /admission/exits', { query: state ? { state } : {} });
  return (
    <WatchPage title={t('watch.exits')} lead={t('exits.lead')}>
      <Views
        name="state"
        label={t('cases.views')}
        views={[{ value: '', word: t('list.all') }, ...VIEWS.map((value) => ({ value, word: t(`exit.${value}`) }))]}
      />
      <Listing
        id="exits"
        query={query}
        caption={t('watch.exits')}
        rowKey={(row) => row.id}
        empty={{ title: t('exits.none'), text: t('exits.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('watch.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/watching/exits/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`exit.${row.state}`} /> },
          {
            id: 'steps',
            header: t('exit.steps'),
            cell: (row) =>
              t('exit.stepsDone', {
                done: row.steps.filter(({ state: step }) => step === 'done').length,
                all: row.steps.length,
              }),
          },
          {
            id: 'due',
            header: t('exit.deadline'),
            cell: (row) => <Until day={row.deadline} settled={row.state !== 'running'} />,
          },
        ]}
      />
    </WatchPage>
  );
}

export function Checklist({ exit, act }: { exit: Exit; act?: (step: Exit['steps'][number]) => React.ReactNode }) {
  const t = useT();
  return (
    <Card title={t('exit.steps')}>
      <Table
        caption={t('exit.steps')}
        rows={exit.steps}
        rowKey={(row) => row.step}
        columns={[
          {
            id: 'step',
            header: t('exit.step'),
            rowHeader: true,
            cell: (row) => (
              <>
                {t(`exitSteps.${row.step}`)}
                <span className="block text-xs font-normal text-ink-faint">{t(`exitBy.${row.answeredBy}`)}</span>
              </>
            ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`exitStep.${row.state}`} /> },
          {
            id: 'why',
            header: t('exit.why'),
            cell: (row) => <span className="block sm:max-w-80">{row.why || t('list.notYet')}</span>,
          },
          { id: 'at', header: t('exit.reportedAt'), cell: (row) => <Moment value={row.reportedAt} /> },
          ...(act ? [{ id: 'act', header: t('list.act'), cell: act }] : []),
        ]}
      />
    </Card>
  );
}

function StepAct({ exit, step }: { exit: Exit; step: 'access' | 'records' }) {
  const t = useT();
  const act: Act<'POST /admission/exits/{id}/steps'> = {
    route: 'POST /admission/exits/{id}/steps',
    word: t('exit.report'),
    lead: t(`exitSteps.${step}.lead`),
    done: t('exit.report.done'),
    fields: [
      {
        ...{ name: 'state', kind: 'choice', label: t('list.state') },
        choices: (['underWay', 'blocked', 'done'] as const).map((value) => ({ value, label: t(`exitStep.${value}`) })),
      },
      { name: 'why', kind: 'area', label: t('exit.why'), least: 4, most: 1000 },
    ],
    input: ({ state, why = '' }) => ({
      ...{ params: { id: exit.id }, version: exit.version },
      body: { step, state: state as 'underWay' | 'blocked' | 'done', why: why.trim() },
    }),
  };
  return <ActButton act={act} size="small" />;
}

export function ExitPage() {
  const t = useT();
  const say = useSay();
  const me = useMe();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/exits/{id}', { params: { id } });
  const reports = hasRole(me, ['operator']);
  return (
    <Page
      title={query.data ? t('exit.title', { name: query.data.supplier.name }) : t('watch.exits')}
      back={{ to: '/admission/watching/exits', word: t('watch.exits') }}
      history={{ kind: 'exit', id }}
    >
      <Whole query={query}>
        {(exit) => (
          <Sheet
            main={
              <Checklist
                exit={exit}
                {...(reports && exit.state === 'running'
                  ? {
                      act: ({ step, state }) =>
                        (step === 'access' || step === 'records') &&
                        state !== 'done' && <StepAct exit={exit} step={step} />,
                    }
                  : {})}
              />
            }
            side={
              <Card title={t('exit.facts')}>
                <Facts
                  facts={[
                    { term: t('list.state'), detail: <StateBadge state={`exit.${exit.state}`} /> },
                    { term: t('exit.startedAt'), detail: <Moment value={exit.startedAt} /> },
                    {
                      term: t('exit.deadline'),
                      detail: <Until day={exit.deadline} settled={exit.state !== 'running'} />,
                    },
                    { term: t('watch.county'), detail: `${exit.county.provinceName} ${exit.county.name}` },
                    { term: t('measure.reason'), detail: <Said>{say(exit.reason)}</Said> },
                  ]}
                />
              </Card>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
