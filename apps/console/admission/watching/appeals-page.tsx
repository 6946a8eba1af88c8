import { Card, Facts, LinkButton, useApi, usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { Said, Sheet, WatchPage } from './frame';
import { Papers } from './papers';
import { StateBadge, type Appeal } from './states';
import { SupplierLink } from './supplier-link';
import { Until, useSay } from './today';

const VIEWS = ['filed', 'upheld', 'dismissed', 'withdrawn'] as const;

/** Appeals, what is due first. */
export function AppealsPage() {
  const t = useT();
  const state = useView('state', VIEWS) ?? 'filed';
  const query = usePages('GET /admission/appeals', { query: { state } });
  return (
    <WatchPage title={t('watch.appeals')} lead={t('appeals.lead')}>
      <Views
        name="state"
        label={t('cases.views')}
        views={VIEWS.map((value) => ({ value: value === 'filed' ? '' : value, word: t(`appeal.${value}`) }))}
      />
      <Listing
        id="appeals"
        query={query}
        caption={t('watch.appeals')}
        rowKey={(row) => row.id}
        empty={{ title: t('appeals.none'), text: t('appeals.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('watch.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/watching/appeals/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          { id: 'measure', header: t('measure.kind'), cell: (row) => t(`measureKind.${row.measure.kind}`) },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`appeal.${row.state}`} /> },
          { id: 'filed', header: t('appeal.filedAt'), cell: (row) => <Day value={row.filedAt} /> },
          {
            id: 'due',
            header: t('appeal.due'),
            cell: (row) => <Until day={row.dueOn} settled={row.state !== 'filed'} />,
          },
        ]}
      />
    </WatchPage>
  );
}

function useDecision(
  { id, version }: Appeal,
  decision: 'upheld' | 'dismissed',
): Act<'POST /admission/appeals/{id}/decision'> {
  const t = useT();
  return {
    route: 'POST /admission/appeals/{id}/decision',
    word: t(`appeal.decide.${decision}`),
    lead: t(`appeal.decide.${decision}.lead`),
    done: t('appeal.decide.done'),
    fields: [{ name: 'reason', kind: 'area', label: t('case.decide.reason'), least: 4, most: 2000 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { decision, reason: reason.trim() } }),
  };
}

function Decide({ appeal }: { appeal: Appeal }) {
  const t = useT();
  const upheld = useDecision(appeal, 'upheld');
  const dismissed = useDecision(appeal, 'dismissed');
  if (appeal.state !== 'filed') return null;
  return (
    <Card title={t('act.now')}>
      {appeal.may.includes('uphold') ? (
        <div className="flex flex-col items-stretch gap-3">
          <ActButton act={upheld} />
          <ActButton act={dismissed} />
        </div>
      ) : (
        <p className="text-ink-soft">{t('appeal.notYours')}</p>
      )}
    </Card>
  );
}

/** One appeal beside the measure it is about. */
export function AppealPage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/appeals/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? `${query.data.supplier.name} · ${t('watch.appeal')}` : t('watch.appeal')}
      back={{ to: '/admission/watching/appeals', word: t('watch.appeals') }}
      history={{ kind: 'appeal', id }}
    >
      <Whole query={query}>
        {(appeal) => (
          <Sheet
            main={
              <>
                <Card title={t('appeal.statement')}>
                  <Said>{appeal.statement}</Said>
                  <Papers ids={appeal.files} />
                </Card>
                <Card title={t('appeal.against')} aside={t(`measureKind.${appeal.measure.kind}`)}>
                  <Said>{say(appeal.measure.reason)}</Said>
                </Card>
                {appeal.decision && (
                  <Card title={t('appeal.decision')}>
                    <Said>{appeal.decision}</Said>
                  </Card>
                )}
              </>
            }
            side={
              <>
                <Decide appeal={appeal} />
                <Card title={t('appeal.facts')}>
                  <Facts
                    facts={[
                      { term: t('list.state'), detail: <StateBadge state={`appeal.${appeal.state}`} /> },
                      { term: t('watch.supplier'), detail: <SupplierLink supplier={appeal.supplier} /> },
                      { term: t('appeal.filedAt'), detail: <Moment value={appeal.filedAt} /> },
                      {
                        term: t('appeal.due'),
                        detail: <Until day={appeal.dueOn} settled={appeal.state !== 'filed'} />,
                      },
                      ...(appeal.decidedAt
                        ? [{ term: t('appeal.decidedAt'), detail: <Moment value={appeal.decidedAt} /> }]
                        : []),
                    ]}
                  />
                </Card>
                <LinkButton look="secondary" to={`/admission/watching/measures/${appeal.measureId}`}>
                  {t('appeal.measure')}
                </LinkButton>
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
