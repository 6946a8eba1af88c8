import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Delivery = Output<'GET /supplier/deliveries/{id}'>;

export const DELIVERY_STATES = ['recorded', 'witnessed', 'confirmed', 'contested', 'corrected'] as const;

const tones: Record<Delivery['state'], Tone> = {
  recorded: 'attention',
  witnessed: 'info',
  confirmed: 'good',
  contested: 'bad',
  corrected: 'neutral',
};

export function DeliveryBadge({ state }: { state: Delivery['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`delivery.${state}`)}</Badge>;
}
