import { Money, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../../admission/watching/act';
import { amountOf } from '../../admission/watching/act-fields';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

const SCOPE = 'late-refund';

type Line = Output<'GET /settlement/statements/{id}/lines/{lineId}'>;

/** The buyer of a settled line is to be paid back: for finance, which proposes it to somebody else. Nothing where nothing is left of it. */
export function ProposeLateRefund({ statementId, line }: { statementId: string; line: Line }) {
  const t = useT();
  if (!hasRole(useMe(), ['finance']) || line.refundable.amount === '0') return null;
  const act: Act<'POST /settlement/late-refunds'> = {
    route: 'POST /settlement/late-refunds',
    once: SCOPE,
    word: t('lateRefund.propose'),
    lead: (
      <>
        {t('lateRefund.proposeText')}
        {t('lateRefund.most')} <Money value={line.refundable} />
      </>
    ),
    done: t('adjustments.proposeDone'),
    look: 'secondary',
    fields: [
      { name: 'yuan', kind: 'yuan', label: t('adjustments.yuan'), max: line.refundable.amount },
      { name: 'reason', kind: 'area', label: t('adjustments.reason'), least: 2, most: 200 },
      {
        ...{ name: 'evidence', kind: 'area', label: t('adjustments.evidence'), hint: t('adjustments.evidenceHint') },
        ...{ least: 2, most: 1000 },
      },
    ],
    input: ({ yuan = '', reason = '', evidence = '' }) => {
      const amount = { amount: (amountOf(yuan) ?? 0n).toString(), currency: 'CNY' as const };
      const body = { statementId, lineId: line.id, amount, reason: reason.trim(), evidence: evidence.trim() };
      return { body };
    },
  };
  return <ActButton act={act} />;
}
