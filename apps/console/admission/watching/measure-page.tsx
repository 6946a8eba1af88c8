import { Card, LinkButton, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { given } from './act-fields';
import { Sheet } from './frame';
import { MeasureBody, MeasureFacts } from './measure-body';
import type { Measure } from './states';
import { SupplierLink } from './supplier-link';

function useLift({ id, version }: Measure): Act<'POST /admission/measures/{id}/lift'> {
  const t = useT();
  return {
    route: 'POST /admission/measures/{id}/lift',
    word: t('measure.lift'),
    lead: t('measure.lift.lead'),
    done: t('measure.lift.done'),
    fields: [{ name: 'reason', kind: 'area', label: t('measure.reason'), least: 4, most: 1000 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
}

function useVerify(
  { id, version }: Measure,
  verdict: 'verified' | 'sentBack',
): Act<'POST /admission/measures/{id}/verification'> {
  const t = useT();
  return {
    route: 'POST /admission/measures/{id}/verification',
    word: t(`measure.${verdict}`),
    lead: t(`measure.${verdict}.lead`),
    done: t(`measure.${verdict}.done`),
    fields: [
      { name: 'note', kind: 'area', label: t('rectification.verdict'), least: 4, most: 2000 },
      {
        ...{ name: 'dueOn', kind: 'day', label: t('rectification.due'), hint: t('case.impose.due'), optional: true },
        when: () => verdict === 'sentBack',
      },
    ],
    input: ({ note = '', dueOn }) => ({
      ...{ params: { id }, version },
      body: { verdict, note: note.trim(), ...(verdict === 'sentBack' ? given('dueOn', dueOn) : {}) },
    }),
  };
}

function Acts({ measure }: { measure: Measure }) {
  const t = useT();
  const lift = useLift(measure);
  const verified = useVerify(measure, 'verified');
  const sentBack = useVerify(measure, 'sentBack');
  const may = new Set(measure.may);
  const acts = (['lift', 'verify', 'sendBack'] as const).some((act) => may.has(act));
  if (!acts && measure.appeal?.state !== 'filed') return null;
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {may.has('verify') && <ActButton act={verified} />}
        {may.has('sendBack') && <ActButton act={sentBack} />}
        {may.has('lift') && <ActButton act={lift} />}
        {measure.appeal?.state === 'filed' && (
          <LinkButton look="secondary" to={`/admission/watching/appeals/${measure.appeal.id}`}>
            {t('appeal.open')}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

/** One measure: why, since and until when, what the supplier did about it, and how it may end. */
export function MeasurePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/measures/{id}', { params: { id } });
  const title = query.data ? `${query.data.supplier.name} · ${t(`measureKind.${query.data.kind}`)}` : t('measure.kind');
  return (
    <Page
      title={title}
      back={{ to: '/admission/watching/measures', word: t('watch.measures') }}
      history={{ kind: 'measure', id }}
    >
      <Whole query={query}>
        {(measure) => (
          <Sheet
            main={<MeasureBody measure={measure} />}
            side={
              <>
                <Acts measure={measure} />
                <MeasureFacts measure={measure} supplier={<SupplierLink supplier={measure.supplier} />} />
                {measure.caseId && (
                  <LinkButton look="secondary" to={`/admission/watching/cases/${measure.caseId}`}>
                    {t('measure.case')}
                  </LinkButton>
                )}
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
