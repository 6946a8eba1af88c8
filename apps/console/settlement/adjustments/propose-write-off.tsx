import { Money, useApi, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../../admission/watching/act';
import { amountOf } from '../../admission/watching/act-fields';
import { yuanOf } from '../../catalogue/yuan';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

const SCOPE = 'write-off';

/** What a supplier that leaves cannot give back, or funders have not paid it, is to be written off: for finance, which proposes it to somebody else. Nothing where nothing may be. */
export function ProposeWriteOff({ supplierId }: { supplierId: string }) {
  return hasRole(useMe(), ['finance']) ? <Propose supplierId={supplierId} /> : null;
}

function Propose({ supplierId }: { supplierId: string }) {
  const { data } = useApi('GET /settlement/write-offs/{supplierId}', { params: { supplierId } });
  return data && data.amount.amount !== '0' ? (
    <ProposeUpTo supplierId={supplierId} kind={data.kind} most={data.amount} />
  ) : null;
}

type Writable = Output<'GET /settlement/write-offs/{supplierId}'>;

interface UpTo {
  supplierId: string;
  kind: Writable['kind'];
  most: Writable['amount'];
}

/** Most of the time all of it is written off; of what funders have not paid nothing else may be. */
function ProposeUpTo({ supplierId, kind, most }: UpTo) {
  const t = useT();
  const act: Act<'POST /settlement/write-offs'> = {
    route: 'POST /settlement/write-offs',
    once: SCOPE,
    word: t('writeOff.propose'),
    lead: (
      <>
        {t(`${kind}.proposeText`)}
        {t('writeOff.most')} <Money value={most} />
      </>
    ),
    done: t('adjustments.proposeDone'),
    look: 'secondary',
    fields: [
      { name: 'yuan', kind: 'yuan', label: t('adjustments.yuan'), max: most.amount, initial: yuanOf(most.amount) },
      { name: 'reason', kind: 'area', label: t('adjustments.reason'), least: 2, most: 200 },
      {
        ...{ name: 'evidence', kind: 'area', label: t('adjustments.evidence'), hint: t('adjustments.evidenceHint') },
        ...{ least: 2, most: 1000 },
      },
    ],
    input: ({ yuan = '', reason = '', evidence = '' }) => {
      const amount = { amount: (amountOf(yuan) ?? 0n).toString(), currency: 'CNY' as const };
      const body = { supplierId, amount, reason: reason.trim(), evidence: evidence.trim() };
      return { body };
    },
  };
  return <ActButton act={act} />;
}
