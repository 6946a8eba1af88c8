import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Standing = Output<'GET /register/suppliers'>['data'][number]['standing'];

const tones: Record<Standing, Tone> = {
  applicant: 'neutral',
  certified: 'good',
  warned: 'attention',
  rectifying: 'attention',
  suspended: 'bad',
  exited: 'bad',
};

export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useT();
  return <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>;
}
