import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Task = Output<'GET /supplier/orders'>['data'][number];

const tones: Record<Task['state'], Tone> = {
  awaitingPayment: 'neutral',
  toShip: 'attention',
  shipped: 'info',
  received: 'info',
  released: 'good',
  cancelled: 'neutral',
};

export function TaskBadge({ state }: { state: Task['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`supplierOrder.${state}`)}</Badge>;
}
