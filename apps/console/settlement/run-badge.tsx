import { Badge, type Output } from '@xihuo/ui';
import { useT } from '../words';

export type Run = Output<'GET /settlement/runs'>['data'][number];

export function RunBadge({ state }: { state: Run['state'] }) {
  const t = useT();
  return <Badge tone={state === 'posted' ? 'good' : 'attention'}>{t(`run.${state}`)}</Badge>;
}
