import { Badge, type Output, type Tone } from '@xihuo/ui';
import { useT } from '../words';

export type AfterSaleCase = Output<'GET /supplier/after-sales/{id}'>;

const tones: Record<AfterSaleCase['state'], Tone> = {
  requested: 'attention',
  awaitingReturn: 'info',
  returning: 'attention',
  replacing: 'attention',
  replacementSent: 'info',
  refused: 'neutral',
  escalated: 'bad',
  refunding: 'info',
  refunded: 'good',
  replaced: 'good',
  withdrawn: 'neutral',
  closed: 'neutral',
};

export function CaseBadge({ state }: { state: AfterSaleCase['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`claim.state.${state}`)}</Badge>;
}

/** Kinds and reasons in the words buyers chose them by; one that came later keeps its code. */
export function useClaimNames() {
  const t = useT();
  return {
    kind: (one: AfterSaleCase) => t(`claim.kind.${one.kind}`),
    reason: (one: AfterSaleCase) => t(`claim.reason.${one.reason as 'other'}`),
  };
}

type Consent = 'acceptRefund' | 'acceptReturn' | 'acceptExchange' | 'acceptReplace';

/** What consent does: pay back, wait for the goods, or send others. */
export function consentOf({ kind, state }: AfterSaleCase): Consent {
  if (state === 'requested' && kind === 'return') return 'acceptReturn';
  if (state === 'requested' && kind === 'exchange') return 'acceptExchange';
  return kind === 'resend' || kind === 'exchange' ? 'acceptReplace' : 'acceptRefund';
}
