import { ActButton, type Act } from '../../admission/watching/act';
import { amountOf } from '../../admission/watching/act-fields';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

const SCOPE = 'adjustment';
const MOST_FEN = '99999999999';

/** Something on a statement, or on one line of it, is to be put right: for finance, which proposes it to somebody else. */
export function ProposeCorrection(about: { supplierId: string; statementId: string; lineId?: string }) {
  const t = useT();
  if (!hasRole(useMe(), ['finance'])) return null;
  const act: Act<'POST /settlement/adjustments'> = {
    route: 'POST /settlement/adjustments',
    once: SCOPE,
    word: t('adjustments.propose'),
    lead: t('adjustments.proposeText'),
    done: t('adjustments.proposeDone'),
    look: 'secondary',
    fields: [
      {
        ...{ name: 'direction', kind: 'choice', label: t('adjustments.direction') },
        choices: [
          { value: 'to', label: t('adjustments.toSupplier') },
          { value: 'from', label: t('adjustments.fromSupplier') },
        ],
      },
      { name: 'yuan', kind: 'yuan', label: t('adjustments.yuan'), max: MOST_FEN },
      { name: 'reason', kind: 'area', label: t('adjustments.reason'), least: 2, most: 200 },
      {
        ...{ name: 'evidence', kind: 'area', label: t('adjustments.evidence'), hint: t('adjustments.evidenceHint') },
        ...{ least: 2, most: 1000 },
      },
    ],
    input: ({ direction, yuan = '', reason = '', evidence = '' }) => {
      const fen = (amountOf(yuan) ?? 0n) * (direction === 'from' ? -1n : 1n);
      const amount = { amount: fen.toString(), currency: 'CNY' as const };
      const { supplierId, statementId, lineId = null } = about;
      const body = { supplierId, statementId, lineId, amount, reason: reason.trim(), evidence: evidence.trim() };
      return { body };
    },
  };
  return <ActButton act={act} />;
}
