import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../../words';

export type Lot = Output<'GET /supplier/lots/{id}'>;
export type LotRow = Output<'GET /supplier/lots'>['data'][number];

export const LOT_STATES = ['open', 'closed', 'recalled'] as const;

const tones: Record<LotRow['state'], Tone> = { open: 'good', closed: 'neutral', recalled: 'bad' };

export function LotBadge({ state }: { state: LotRow['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`lot.${state}`)}</Badge>;
}

const certificateTones = { notRequired: 'neutral', valid: 'good', missing: 'bad', stale: 'attention' } as const;

/** Of the law's certificate: missing ones and those older than the last goods stand out, since nothing ships on them. */
export function CertificateBadge({ state }: { state: LotRow['certificate'] }) {
  const t = useT();
  return <Badge tone={certificateTones[state]}>{t(`lot.certificate.${state}`)}</Badge>;
}
