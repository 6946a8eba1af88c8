import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../../words';

export type CaseEntry = Output<'GET /admission/cases'>['data'][number];
export type CaseDetail = Output<'GET /admission/cases/{id}'>;
export type Measure = Output<'GET /admission/measures/{id}'>;
export type Appeal = Output<'GET /admission/appeals/{id}'>;
export type Certificate = Output<'GET /admission/certificates/{id}'>;
export type Recheck = Output<'GET /admission/rechecks/{id}'>;
export type Plan = Output<'GET /admission/spot-checks'>['data'][number];
export type Sample = Output<'GET /admission/samples/{id}'>;
export type Exit = Output<'GET /admission/exits/{id}'>;
export type MeasureKind = Measure['kind'];
export type RectificationState = NonNullable<Measure['rectification']>['state'];

/** Every state of watching, named by what it is of; from the contract, so that a new state does not compile without its tone. */
type StateKey =
  | `case.${CaseEntry['state']}`
  | `measure.${Measure['state']}`
  | `rectification.${RectificationState}`
  | `appeal.${Appeal['state']}`
  | `certificate.${Certificate['state']}`
  | `recheck.${Recheck['state']}`
  | `plan.${Plan['state']}`
  | `sample.${Sample['state']}`
  | `exit.${Exit['state']}`
  | `exitStep.${Exit['steps'][number]['state']}`;

const tones: Record<StateKey, Tone> = {
  'case.open': 'attention',
  'case.proposed': 'bad',
  'case.closed': 'neutral',
  'measure.inForce': 'bad',
  'measure.lifted': 'neutral',
  'measure.expired': 'neutral',
  'measure.annulled': 'good',
  'measure.replaced': 'neutral',
  'rectification.open': 'attention',
  'rectification.planned': 'info',
  'rectification.reported': 'attention',
  'rectification.verified': 'good',
  'rectification.overdue': 'bad',
  'rectification.cancelled': 'neutral',
  'appeal.filed': 'attention',
  'appeal.upheld': 'good',
  'appeal.dismissed': 'neutral',
  'appeal.withdrawn': 'neutral',
  'certificate.handedIn': 'attention',
  'certificate.valid': 'good',
  'certificate.refused': 'bad',
  'certificate.replaced': 'neutral',
  'certificate.revoked': 'bad',
  'recheck.open': 'info',
  'recheck.answered': 'attention',
  'recheck.missed': 'bad',
  'recheck.passed': 'good',
  'recheck.failed': 'bad',
  'plan.draft': 'attention',
  'plan.drawn': 'info',
  'plan.closed': 'neutral',
  'plan.cancelled': 'neutral',
  'sample.planned': 'attention',
  'sample.taken': 'info',
  'sample.sent': 'info',
  'sample.passed': 'good',
  'sample.failed': 'bad',
  'sample.cancelled': 'neutral',
  'exit.running': 'attention',
  'exit.completed': 'neutral',
  'exit.cancelled': 'good',
  'exitStep.waiting': 'neutral',
  'exitStep.underWay': 'info',
  'exitStep.blocked': 'bad',
  'exitStep.done': 'good',
};

/** A state in a word. */
export function StateBadge({ state }: { state: StateKey }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

const grave: Record<MeasureKind, Tone> = {
  notice: 'info',
  warning: 'attention',
  rectification: 'attention',
  productDelisting: 'bad',
  suspension: 'bad',
  exit: 'bad',
  reAdmissionBar: 'bad',
};

export function KindBadge({ kind }: { kind: MeasureKind }) {
  const t = useT();
  return <Badge tone={grave[kind]}>{t(`measureKind.${kind}`)}</Badge>;
}
