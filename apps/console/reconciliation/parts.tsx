import { Badge, type Output, type Tone } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Areas } from '../admission/watching/frame';
import { Page } from '../frame/page';
import { useT } from '../words';

export type Difference = Output<'GET /payment/differences/{id}'>;
type Head = Output<'GET /payment/differences'>['data'][number];

const AREAS = [
  { to: '/payment/differences', word: 'recon.differences' },
  { to: '/payment/bill-days', word: 'recon.days' },
] as const;

/** A page of the reconciliation, with the way to the other. */
export function ReconPage({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <Page title={title} lead={lead}>
      <Areas label={t('recon.areas')} areas={AREAS.map(({ to, word }) => ({ to, word: t(word) }))} />
      {children}
    </Page>
  );
}

const TONES = {
  open: 'bad',
  assigned: 'attention',
  explained: 'info',
  repaired: 'info',
  closed: 'good',
} as const satisfies Record<Head['state'], Tone>;

export function StateBadge({ row }: { row: Pick<Head, 'state' | 'closedHow'> }) {
  const t = useT();
  const word = row.closedHow === null ? t(`recon.state.${row.state}`) : t(`recon.closed.${row.closedHow}`);
  return <Badge tone={TONES[row.state]}>{word}</Badge>;
}

/** Whose turn it is, with the name where it is somebody's. */
export function Turn({ row }: { row: Pick<Head, 'turn' | 'owner' | 'mine'> }) {
  const t = useT();
  if (row.turn === null) return <>{t('list.notYet')}</>;
  if (row.turn !== 'owner') return <>{t(`recon.turn.${row.turn}`)}</>;
  return <>{row.mine ? t('recon.turn.me') : row.owner?.name}</>;
}

/** The books are the other side of what is not booked; the provider is of all the rest. */
export function useSides() {
  const t = useT();
  return (kind: Head['kind']) => (kind === 'ledgerMissing' ? t('recon.books') : t('recon.provider'));
}
