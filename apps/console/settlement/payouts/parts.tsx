import { Badge, type Output } from '@xihuo/ui';
import { useT } from '../../words';

export type PayoutRun = Output<'GET /settlement/payout-runs/{id}'>;
export type Batch = PayoutRun['batches'][number];
export type Item = Output<'GET /settlement/payout-batches/{id}/items'>['data'][number];

const RUN_TONES = { drawn: 'attention', approved: 'attention', discarded: 'neutral', setAside: 'good' } as const;
const BATCH_TONES = { drawn: 'attention', setAside: 'attention', instructed: 'good', discarded: 'neutral' } as const;
const ITEM_TONES = {
  drawn: 'neutral',
  discarded: 'neutral',
  voided: 'bad',
  setAside: 'attention',
  paid: 'good',
  failed: 'bad',
  returned: 'bad',
} as const;

export function RunState({ state }: { state: PayoutRun['state'] }) {
  const t = useT();
  return <Badge tone={RUN_TONES[state]}>{t(`payoutRun.${state}`)}</Badge>;
}

export function BatchState({ state }: { state: Batch['state'] }) {
  const t = useT();
  return <Badge tone={BATCH_TONES[state]}>{t(`payoutBatch.${state}`)}</Badge>;
}

export function ItemState({ state }: { state: Item['state'] }) {
  const t = useT();
  return <Badge tone={ITEM_TONES[state]}>{t(`payoutItem.${state}`)}</Badge>;
}

/** Of an account, its bank and the last four of its number. */
export function AccountTail({ bankName, numberTail }: { bankName: string; numberTail: string }) {
  const t = useT();
  return (
    <span className="whitespace-nowrap">
      {bankName} <span className="numeric text-ink-soft">{t('payouts.tail', { tail: numberTail })}</span>
    </span>
  );
}
