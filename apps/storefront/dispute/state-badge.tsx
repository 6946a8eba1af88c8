import { Badge, type Tone } from '@xihuo/ui';
import { useT } from '../words';
import type { Case } from './use-case';

const tones: Record<Case['state'], Tone> = {
  negotiating: 'attention',
  evidence: 'info',
  mediating: 'info',
  decided: 'attention',
  appealed: 'info',
  referred: 'attention',
  executed: 'good',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

export function StateBadge({ state }: { state: Case['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`dispute.state.${state}`)}</Badge>;
}
