import { Badge, type Tone } from '@xihuo/ui';
import { useT } from '../../words';
import type { Change } from './typed';

const tones: Record<Change['state'], Tone> = {
  draft: 'neutral',
  submitted: 'info',
  changesRequested: 'attention',
  published: 'good',
  rejected: 'bad',
  cancelled: 'neutral',
};

export function ChangeBadge({ state }: { state: Change['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`changeState.${state}`)}</Badge>;
}
