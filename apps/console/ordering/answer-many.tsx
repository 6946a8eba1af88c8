import { Money } from '@xihuo/ui';
import { actForMany } from '../frame/bulk/act-many';
import type { BulkAct } from '../frame/bulk/bulk-bar';
import { useT } from '../words';
import { consentOf, useClaimNames, type AfterSaleCase } from './after-sale-parts';

const WAITING = ['requested', 'returning'] as const;
const isWaiting = ({ state }: AfterSaleCase) => WAITING.some((one) => one === state);

/** What all of them come to, so that nobody agrees to more than they saw. */
function Sum({ words, rows }: { words: string; rows: readonly AfterSaleCase[] }) {
  const fen = rows.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
  return (
    <p>
      {words}
      <Money value={{ amount: String(fen), currency: 'CNY' }} />
    </p>
  );
}

/**
 * Claims that wait are agreed to or refused together, those that pay back apart from those whose goods come back first. Each is
 * answered in the state the list showed: one that went on by other hands meanwhile is refused by itself.
 */
export function useAnswerActs(): readonly BulkAct<AfterSaleCase>[] {
  const t = useT();
  const names = useClaimNames();
  const rows = {
    rowKey: (row: AfterSaleCase) => row.id,
    name: (row: AfterSaleCase) => `${row.orderNumber} · ${names.kind(row)} · ${names.reason(row)}`,
    to: ({ id }: AfterSaleCase) => `/ordering/after-sales/${id}`,
  };
  const accept = (consent: 'acceptRefund' | 'acceptReturn', words: string) =>
    actForMany({
      route: 'POST /supplier/after-sales/{id}/accept',
      ...{ id: consent, word: t(`claim.${consent}`), fields: [] },
      lead: (some: readonly AfterSaleCase[]) => <Sum words={words} rows={some} />,
      can: (row: AfterSaleCase) => isWaiting(row) && consentOf(row) === consent,
      ...rows,
      input: ({ id, state }) => ({ params: { id }, body: { state } }),
      once: ({ id, state }) => `claim-${id}-${state}`,
    });
  return [
    accept('acceptRefund', t('claim.refundText')),
    accept('acceptReturn', t('claim.returnText')),
    actForMany({
      route: 'POST /supplier/after-sales/{id}/refuse',
      ...{ word: t('claim.refuse'), lead: () => t('claim.refuseText'), look: 'danger' },
      fields: [{ name: 'reason', kind: 'area', label: t('claim.refuseReason'), least: 4, most: 500 }],
      can: isWaiting,
      ...rows,
      input: ({ id, state }, { reason = '' }) => ({ params: { id }, body: { state, reason: reason.trim() } }),
    }),
  ];
}
