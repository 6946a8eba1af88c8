import { Card, Facts, Table, useApi, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { HistoryButton, mayRead } from '../../frame/history';
import { OtherPerson } from '../../frame/other-person';
import { Page } from '../../frame/page';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { Said, Sheet } from './frame';
import { Papers } from './papers';
import { SampleActs } from './sample-acts';
import { StateBadge, type Sample } from './states';
import { Until } from './today';

type PlanDetail = Output<'GET /admission/spot-checks/{id}'>;

/** The province has its name at hand; what lies within it is told by its code, as the plan was written. */
function Region({ prefix }: { prefix: string }) {
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  const name = data?.data.find(({ code }) => code.startsWith(prefix.slice(0, 2)))?.name;
  return <span lang="zh-CN">{name && prefix.length === 2 ? name : [name, prefix].filter(Boolean).join(' ')}</span>;
}

function useDraw({ id, version }: PlanDetail): Act<'POST /admission/spot-checks/{id}/draw'> {
  const t = useT();
  return {
    route: 'POST /admission/spot-checks/{id}/draw',
    ...{ word: t('plan.draw'), lead: t('plan.draw.lead'), done: t('plan.draw.done'), look: 'primary', fields: [] },
    input: () => ({ params: { id }, version }),
  };
}

function useClose({ id, version, state }: PlanDetail): Act<'POST /admission/spot-checks/{id}/close'> {
  const t = useT();
  const of = state === 'draft' ? 'cancel' : 'close';
  return {
    route: 'POST /admission/spot-checks/{id}/close',
    ...{ word: t(`plan.${of}`), lead: t(`plan.${of}.lead`), done: t(`plan.${of}.done`), fields: [] },
    input: () => ({ params: { id }, version }),
  };
}

function PlanActs({ plan }: { plan: PlanDetail }) {
  const t = useT();
  const draw = useDraw(plan);
  const close = useClose(plan);
  if (plan.state !== 'draft' && plan.state !== 'drawn') return null;
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {plan.may.includes('draw') && <ActButton act={draw} />}
        {plan.state === 'draft' && !plan.may.includes('draw') && <OtherPerson />}
        {plan.may.includes('close') && <ActButton act={close} />}
      </div>
    </Card>
  );
}

/** What was measured, item by item, and the report itself, where there is one. */
export function LabResults({ sample }: { sample: Sample }) {
  const t = useT();
  if (!sample.results) return null;
  return (
    <>
      <ul className="text-sm text-ink-soft">
        {sample.results.map(({ item, value, limit, passed }, index) => (
          <li key={index}>
            {item}
            {t('list.colon')}
            {value}
            {limit && `（${t('lab.limit')} ${limit}）`}{' '}
            <span className={passed ? undefined : 'font-medium text-cinnabar'}>
              {t(passed ? 'sample.passed' : 'sample.failed')}
            </span>
          </li>
        ))}
      </ul>
      <Papers ids={sample.reportFileId ? [sample.reportFileId] : []} word={t('lab.report')} />
    </>
  );
}

const historyOf = ({ id, productName, supplier }: Sample) => (
  <HistoryButton of={{ kind: 'sample', id }} name={productName ?? supplier.name} />
);

function Samples({ plan }: { plan: PlanDetail }) {
  const t = useT();
  const me = useMe();
  const acts = hasRole(me, ['reviewer']) && plan.state === 'drawn';
  return (
    <Card title={t('plan.samples')}>
      {plan.data.length === 0 && <p className="text-ink-soft">{t('plan.noSamples')}</p>}
      {plan.data.length > 0 && (
        <Table
          caption={t('plan.samples')}
          rows={plan.data}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'product',
              header: t('watch.product'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.productName ?? t('list.notYet')}
                  <span className="block text-xs font-normal text-ink-faint">
                    {row.supplier.name} · {row.county.name}
                    {row.retestOf && ` · ${t('sample.retest')}`}
                  </span>
                </>
              ),
            },
            { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`sample.${row.state}`} /> },
            {
              id: 'report',
              header: t('sample.report'),
              cell: (row) => (
                <>
                  {row.reportNumber ?? row.laboratory ?? row.lotCode ?? row.cancelReason ?? t('list.notYet')}
                  <LabResults sample={row} />
                  {row.retestUntil && !row.retestId && (
                    <span className="block text-sm">
                      {t('sample.retestUntil')}
                      {t('list.colon')}
                      <Until day={row.retestUntil} />
                    </span>
                  )}
                </>
              ),
            },
            ...(mayRead('sample', me)
              ? [
                  {
                    id: 'history',
                    header: t('list.act'),
                    cell: historyOf,
                  },
                ]
              : []),
            ...(acts
              ? [
                  {
                    id: 'act',
                    header: t('list.act'),
                    cell: (row: Sample) => row.mayJudge && <SampleActs sample={row} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}

export function SpotCheckPage() {
  const t = useT();
  const me = useMe();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/spot-checks/{id}', { params: { id } });
  const reviews = hasRole(me, ['reviewer']);
  return (
    <Page
      title={query.data?.title ?? t('watch.spotChecks')}
      back={{ to: '/admission/watching/spot-checks', word: t('watch.spotChecks') }}
      history={{ kind: 'spotCheck', id }}
    >
      <Whole query={query}>
        {(plan) => (
          <Sheet
            main={<Samples plan={plan} />}
            side={
              <>
                {reviews && <PlanActs plan={plan} />}
                <Card title={t('plan.facts')}>
                  <Facts
                    facts={[
                      { term: t('list.state'), detail: <StateBadge state={`plan.${plan.state}`} /> },
                      { term: t('plan.purpose'), detail: <Said>{plan.purpose}</Said> },
                      {
                        term: t('plan.region'),
                        detail: plan.regionPrefix ? <Region prefix={plan.regionPrefix} /> : t('plan.everywhere'),
                      },
                      { term: t('plan.size'), detail: plan.sampleSize },
                      { term: t('plan.drawnAt'), detail: <Moment value={plan.drawnAt} /> },
                      ...(plan.seed
                        ? [{ term: t('plan.seed'), detail: <code className="text-xs break-all">{plan.seed}</code> }]
                        : []),
                    ]}
                  />
                </Card>
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
