import { Notice, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { Sheet } from '../watching/frame';
import { MeasureBody, MeasureFacts } from '../watching/measure-body';
import type { Appeal, Measure } from '../watching/states';
import { Until } from '../watching/today';
import { useOwnPapers } from './own-papers';

function usePlan({ id, version, rectification }: Measure): Act<'POST /supplier/measures/{id}/plan'> {
  const t = useT();
  const names = ['rootCause', 'correctiveAction', 'preventiveAction'] as const;
  return {
    route: 'POST /supplier/measures/{id}/plan',
    ...{ word: t('own.plan'), lead: t('own.plan.lead'), done: t('own.plan.done'), look: 'primary' },
    fields: names.map((name) => ({
      ...{ name, kind: 'area', label: t(`rectification.${name}`), hint: t(`own.${name}`), least: 4, most: 2000 },
      initial: rectification?.[name] ?? '',
    })),
    input: ({ rootCause = '', correctiveAction = '', preventiveAction = '' }) => ({
      ...{ params: { id }, version },
      body: { rootCause, correctiveAction, preventiveAction },
    }),
  };
}

function Report({ measure }: { measure: Measure }) {
  const t = useT();
  const papers = useOwnPapers(measure.supplier.id);
  const act: Act<'POST /supplier/measures/{id}/report'> = {
    route: 'POST /supplier/measures/{id}/report',
    ...{ word: t('own.report'), lead: t('own.report.lead'), done: t('own.report.done'), look: 'primary' },
    fields: [{ name: 'report', kind: 'area', label: t('own.report.text'), least: 4, most: 4000 }],
    extra: papers.picker,
    input: ({ report = '' }) => ({
      ...{ params: { id: measure.id }, version: measure.version },
      body: { report: report.trim(), files: papers.ids },
    }),
  };
  return <ActButton act={act} />;
}

function AppealAct({ measure }: { measure: Measure }) {
  const t = useT();
  const papers = useOwnPapers(measure.supplier.id);
  const act: Act<'POST /supplier/measures/{id}/appeal'> = {
    route: 'POST /supplier/measures/{id}/appeal',
    ...{ word: t('own.appeal'), lead: t('own.appeal.lead'), done: t('own.appeal.done') },
    fields: [{ name: 'statement', kind: 'area', label: t('appeal.statement'), least: 4, most: 4000 }],
    extra: papers.picker,
    input: ({ statement = '' }) => ({
      ...{ params: { id: measure.id }, version: measure.version },
      body: { statement: statement.trim(), files: papers.ids },
    }),
  };
  return <ActButton act={act} />;
}

function Withdraw({ appeal }: { appeal: Pick<Appeal, 'id' | 'version'> }) {
  const t = useT();
  const act: Act<'POST /supplier/appeals/{id}/withdraw'> = {
    route: 'POST /supplier/appeals/{id}/withdraw',
    ...{ word: t('own.appealBack'), lead: t('own.appealBack.lead'), done: t('own.appealBack.done'), fields: [] },
    input: () => ({ params: { id: appeal.id }, version: appeal.version }),
  };
  return <ActButton act={act} />;
}

function Next({ measure }: { measure: Measure }) {
  const t = useT();
  const { state, rectification, endsOn } = measure;
  if (state !== 'inForce') return <Notice tone="good" title={t(`measure.${state}`)} />;
  if (rectification && ['open', 'planned', 'overdue'].includes(rectification.state))
    return (
      <Notice tone="bad" title={t(rectification.state === 'overdue' ? 'own.measure.overdue' : 'own.measure.due')}>
        <Until day={rectification.dueOn} />
        <span className="block">{t('own.measure.otherwise')}</span>
      </Notice>
    );
  return (
    <Notice
      tone="attention"
      title={t(rectification ? 'own.measure.checking' : `own.measure.${endsOn ? 'until' : 'standing'}`)}
    >
      {endsOn && <Until day={endsOn} />}
    </Notice>
  );
}

/** One measure against the own supplier: what to do, until when, what follows otherwise. */
export function OwnMeasurePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/measures/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t(`measureKind.${query.data.kind}`) : t('measure.kind')}
      back={{ to: '/admission/own', word: t('menu.own') }}
      history={{ kind: 'measure', id }}
    >
      <Whole query={query}>
        {(measure) => (
          <Sheet
            main={<MeasureBody measure={measure} />}
            side={
              <>
                <Next measure={measure} />
                <Acts measure={measure} />
                <MeasureFacts measure={measure} supplier={measure.supplier.name} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}

function Acts({ measure }: { measure: Measure }) {
  const plan = usePlan(measure);
  const { may, appeal } = measure;
  return (
    <div className="flex flex-col gap-3">
      {may.includes('report') && <Report measure={measure} />}
      {may.includes('plan') && <ActButton act={plan} />}
      {may.includes('appeal') && <AppealAct measure={measure} />}
      {appeal?.state === 'filed' && <Withdraw appeal={appeal} />}
    </div>
  );
}
