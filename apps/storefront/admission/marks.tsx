import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Standing = Output<'GET /register/suppliers'>['data'][number]['standing'];
export type Measure = Output<'GET /register/measures'>['data'][number];
export type Notice = Output<'GET /public-notices'>['data'][number];
export type Recognition = Output<'GET /recognitions/{id}'>;
export type Standard = Output<'GET /standards'>['data'][number];
export type Exit = Output<'GET /register/exits'>['data'][number];

const standings: Record<Standing, Tone> = {
  applicant: 'neutral',
  certified: 'good',
  warned: 'attention',
  rectifying: 'attention',
  suspended: 'bad',
  exited: 'bad',
};

/** Nothing stands against a supplier whose term is over, and yet it sells nothing: that is what the eye must find. */
export function StandingBadge({ standing, maySell }: { standing: Standing; maySell: boolean }) {
  const t = useT();
  if (!maySell && standing !== 'suspended' && standing !== 'exited')
    return <Badge tone="neutral">{t('standing.over')}</Badge>;
  return <Badge tone={standings[standing]}>{t(`standing.${standing}`)}</Badge>;
}

const measures: Record<Measure['kind'], Tone> = {
  notice: 'info',
  warning: 'attention',
  rectification: 'attention',
  productDelisting: 'attention',
  suspension: 'bad',
  exit: 'bad',
  reAdmissionBar: 'bad',
};

/** What is over is told in grey: the eye finds what holds today. */
export function MeasureBadge({ kind, state }: Pick<Measure, 'kind' | 'state'>) {
  const t = useT();
  return <Badge tone={state === 'inForce' ? measures[kind] : 'neutral'}>{t(`measure.kind.${kind}`)}</Badge>;
}

const notices: Record<Notice['state'], Tone> = {
  open: 'info',
  passed: 'good',
  failed: 'bad',
  withdrawn: 'neutral',
};

export function NoticeBadge({ notice }: { notice: Pick<Notice, 'state' | 'held'> }) {
  const t = useT();
  if (notice.state === 'open' && notice.held) return <Badge tone="attention">{t('notice.heldShort')}</Badge>;
  return <Badge tone={notices[notice.state]}>{t(`notice.state.${notice.state}`)}</Badge>;
}

export function RecognitionBadge({ state }: Pick<Recognition, 'state'>) {
  const t = useT();
  const tone = state === 'recognised' ? 'good' : state === 'publicNotice' ? 'info' : 'neutral';
  return <Badge tone={tone}>{t(`recognition.state.${state}`)}</Badge>;
}

const standards: Record<Standard['status'], Tone> = {
  commenting: 'info',
  coming: 'attention',
  inForce: 'good',
  past: 'neutral',
};

export function StandardBadge({ status }: Pick<Standard, 'status'>) {
  const t = useT();
  return <Badge tone={standards[status]}>{t(`standard.status.${status}`)}</Badge>;
}

export function ExitBadge({ state }: Pick<Exit, 'state'>) {
  const t = useT();
  return <Badge tone={state === 'completed' ? 'neutral' : 'attention'}>{t(`exit.state.${state}`)}</Badge>;
}

/** Names of places and people are Chinese whatever the page's language. */
export function Place({ county }: { county: { name: string; provinceName: string } }) {
  return <span lang="zh-CN">{`${county.provinceName} ${county.name}`}</span>;
}
