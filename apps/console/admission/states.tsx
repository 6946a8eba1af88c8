import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Application = Output<'GET /admission/applications'>['data'][number];
export type ApplicationState = Application['state'];

const tones: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'attention',
  countyRecommended: 'info',
  cityChecked: 'info',
  provinceChecked: 'info',
  underReview: 'attention',
  publicNotice: 'info',
  certified: 'good',
  correctionsRequested: 'attention',
  rejected: 'bad',
  withdrawn: 'neutral',
};

export function ApplicationBadge({ state }: { state: ApplicationState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`application.${state}`)}</Badge>;
}
