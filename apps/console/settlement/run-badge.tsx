import { Badge, type Output } from '@xihuo/ui';
import { useT } from '../words';

export type Run = Output<'GET /settlement/runs'>['data'][number];

const TONES = { prepared: 'attention', paused: 'neutral', posted: 'good' } as const;

export function RunBadge({ state }: { state: Run['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`run.${state}`)}</Badge>;
}
