import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type Invoice = Output<'GET /invoice-requests/{id}'>;
export type Payer = Invoice['payer'];

const TONES: Record<Invoice['state'], Tone> = {
  requested: 'info',
  issued: 'attention',
  contested: 'info',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
};

export function InvoiceBadge({ state }: { state: Invoice['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`business.invoice.state.${state}`)}</Badge>;
}
