import { Card } from '@xihuo/ui';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { given, type ActField } from './act-fields';
import type { CaseDetail } from './states';

const AT_ONCE = ['notice', 'warning', 'rectification', 'productDelisting', 'suspension'] as const;
type AtOnce = (typeof AT_ONCE)[number];

function useReason(): (name: string, label: string) => ActField {
  const t = useT();
  return (name, label) => ({ name, kind: 'area', label, hint: t('act.reasonPublic'), least: 4, most: 2000 });
}

function useImpose({ id, version, productId }: CaseDetail): Act<'POST /admission/cases/{id}/measures'> {
  const t = useT();
  const reason = useReason();
  // A delisting names a product: only where the case is about one.
  const kinds = AT_ONCE.filter((kind) => kind !== 'productDelisting' || productId !== null);
  return {
    route: 'POST /admission/cases/{id}/measures',
    word: t('case.impose'),
    lead: t('case.impose.lead'),
    done: t('case.impose.done'),
    fields: [
      {
        ...{ name: 'kind', kind: 'choice', label: t('measure.kind') },
        choices: kinds.map((value) => ({
          value,
          label: `${t(`measureKind.${value}`)}${t('list.colon')}${t(`measureKind.${value}.text`)}`,
        })),
      },
      reason('reason', t('measure.reason')),
      {
        ...{ name: 'dueOn', kind: 'day', label: t('rectification.due'), hint: t('case.impose.due'), optional: true },
        when: ({ kind }) => kind === 'rectification',
      },
    ],
    input: ({ kind, reason: why = '', dueOn }) => ({
      params: { id },
      version,
      body: { kind: kind as AtOnce, reason: why.trim(), ...(kind === 'rectification' ? given('dueOn', dueOn) : {}) },
    }),
  };
}

function usePropose({ id, version }: CaseDetail): Act<'POST /admission/cases/{id}/proposal'> {
  const t = useT();
  const reason = useReason();
  return {
    route: 'POST /admission/cases/{id}/proposal',
    word: t('case.propose'),
    lead: t('case.propose.lead'),
    done: t('case.propose.done'),
    fields: [
      {
        ...{ name: 'kind', kind: 'choice', label: t('case.proposalKind') },
        choices: (['suspension', 'exit'] as const).map((value) => ({ value, label: t(`measureKind.${value}`) })),
      },
      { ...reason('reason', t('case.propose.reason')), most: 4000 },
      {
        ...{ name: 'barMonths', kind: 'number', label: t('case.propose.bar'), hint: t('case.propose.barHint') },
        ...{ optional: true, min: '0', max: '120', when: ({ kind }) => kind === 'exit' },
      },
    ],
    input: ({ kind, reason: why = '', barMonths = '' }) => ({
      params: { id },
      version,
      body: {
        ...{ kind: kind as 'suspension' | 'exit', reason: why.trim() },
        ...(kind === 'exit' && barMonths !== '' ? { barMonths: Number(barMonths) } : {}),
      },
    }),
  };
}

function useDecide(
  { id, version, proposal }: CaseDetail,
  decision: 'imposed' | 'dropped',
): Act<'POST /admission/cases/{id}/decision'> {
  const t = useT();
  const reason = useReason();
  const grave = decision === 'imposed' && proposal?.kind === 'exit';
  return {
    route: 'POST /admission/cases/{id}/decision',
    word: t(`case.decide.${decision}`),
    lead: t(grave ? 'case.decide.exitLead' : `case.decide.${decision}.lead`),
    done: t(`case.decide.${decision}.done`),
    fields: [{ ...reason('reason', t('case.decide.reason')), most: 4000 }],
    input: ({ reason: why = '' }) => ({
      params: { id },
      version,
      body: { decision, reason: why.trim() },
    }),
    ...(decision === 'imposed' ? { look: 'danger' as const } : {}),
  };
}

function useClose({ id, version }: CaseDetail): Act<'POST /admission/cases/{id}/close'> {
  const t = useT();
  return {
    route: 'POST /admission/cases/{id}/close',
    word: t('case.close'),
    lead: t('case.close.lead'),
    done: t('case.close.done'),
    fields: [{ name: 'outcome', kind: 'area', label: t('case.outcome'), least: 4, most: 2000 }],
    input: ({ outcome = '' }) => ({ params: { id }, version, body: { outcome: outcome.trim() } }),
  };
}

/** What the reader may do with the case: the server's own list, so no button leads to a refusal by role. */
export function CaseActs({ found }: { found: CaseDetail }) {
  const t = useT();
  const impose = useImpose(found);
  const propose = usePropose(found);
  const imposed = useDecide(found, 'imposed');
  const dropped = useDecide(found, 'dropped');
  const close = useClose(found);
  const may = new Set(found.may);
  if (['impose', 'propose', 'decide', 'drop', 'close'].every((act) => !may.has(act as 'impose'))) return null;
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {may.has('decide') && <ActButton act={imposed} />}
        {(may.has('decide') || may.has('drop')) && <ActButton act={dropped} />}
        {may.has('impose') && <ActButton act={impose} />}
        {may.has('propose') && <ActButton act={propose} />}
        {may.has('close') && <ActButton act={close} />}
      </div>
    </Card>
  );
}
