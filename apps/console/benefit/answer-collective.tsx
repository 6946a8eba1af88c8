import { ActButton, type Act } from '../admission/watching/act';
import { useT } from '../words';
import type { OutsidePayment } from './parts';

/** The collective says itself whether it has the money. */
export function AnswerCollective({ payment: { id, version, state } }: { payment: OutsidePayment }) {
  const t = useT();
  const confirm: Act<'POST /me/outside-payments/{id}/confirm'> = {
    route: 'POST /me/outside-payments/{id}/confirm',
    ...{ word: t('collective.confirm'), lead: t('collective.confirm.lead'), done: t('collective.confirm.done') },
    ...{ fields: [], input: () => ({ params: { id }, version }) },
  };
  const contest: Act<'POST /me/outside-payments/{id}/contest'> = {
    route: 'POST /me/outside-payments/{id}/contest',
    ...{ word: t('collective.contest'), lead: t('collective.contest.lead'), done: t('collective.contest.done') },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 2, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  return (
    <span className="flex flex-wrap gap-2">
      <ActButton act={confirm} size="small" />
      {state !== 'contested' && <ActButton act={contest} size="small" />}
    </span>
  );
}
