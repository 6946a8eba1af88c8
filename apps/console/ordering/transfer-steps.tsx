import { Badge, Button, Money } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { fenOf, yuanOf } from '../catalogue/yuan';
import { HistoryButton } from '../frame/history';
import { useT } from '../words';
import type { Transfer } from './transfers-page';

const TONES = {
  waiting: 'attention',
  named: 'attention',
  matched: 'good',
  reversed: 'neutral',
  returned: 'neutral',
} as const;

/** Where a transfer stands, who wrote it down and who confirmed it. */
export function Standing({ row }: { row: Transfer }) {
  const t = useT();
  const by = row.matchedBy && t(row.matchedBy === 'code' ? 'transfers.byCode' : 'transfers.byPerson');
  return (
    <span className="flex flex-col items-start gap-1 text-sm">
      <Badge tone={TONES[row.state]}>{t(`transfers.state.${row.state}`)}</Badge>
      {row.purchaseNumber && (
        <span>
          {by} <span className="numeric">{row.purchaseNumber}</span>
        </span>
      )}
      <span lang="zh-CN">{row.organisation?.name}</span>
      {row.used.length > 0 && <Used row={row} />}
      {row.enteredBy && <span className="text-ink-soft">{t('transfers.enteredBy', { name: row.enteredBy })}</span>}
      {row.confirmedBy && (
        <span className="text-ink-soft">{t('transfers.confirmedBy', { name: row.confirmedBy })}</span>
      )}
    </span>
  );
}

/** What of it paid which part. */
function Used({ row }: { row: Transfer }) {
  const t = useT();
  return (
    <ul aria-label={t('transfers.used')}>
      {row.used.map((use, index) => (
        <li key={index}>
          {t('transfers.used')} <Money value={use.amount} /> <span className="numeric">{use.purchaseNumber}</span>{' '}
          <span lang="zh-CN">{use.supplierName}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the reader may do with a transfer now; what goes back somebody else decides. */
export function Steps({ row, onMatch }: { row: Transfer; onMatch: () => void }) {
  const t = useT();
  const isOpen = row.state === 'waiting' || row.state === 'named';
  const credit = row.organisation && row.organisation.credit.amount !== '0' ? row.organisation : null;
  const reason = { name: 'reason', kind: 'area', label: t('transfers.reason'), least: 2, most: 200 } as const;
  const proposal = (kind: 'reversal' | 'unmatched'): Act<'POST /transfer-returns'> => ({
    route: 'POST /transfer-returns',
    once: `${kind}.${row.id}`,
    word: t(`transfers.${kind}`),
    lead: t(`transfers.${kind}Text`),
    done: t('transfers.proposed'),
    fields: [reason],
    input: ({ reason = '' }) => ({ body: { kind, transferId: row.id, reason: reason.trim() } }),
  });
  return (
    <span className="flex flex-wrap items-center gap-2">
      {row.mayConfirm && <Confirm row={row} />}
      {isOpen && (
        <Button
          data-act="POST /bank-transfers/{id}/match"
          look="secondary"
          size="small"
          className="whitespace-nowrap"
          onClick={onMatch}
        >
          {t(row.state === 'named' ? 'transfers.rematch' : 'transfers.match')}
        </Button>
      )}
      {isOpen && <ActButton size="small" act={proposal('unmatched')} />}
      {(isOpen || row.state === 'matched') && <ActButton size="small" act={proposal('reversal')} />}
      {credit && <SendBack organisation={credit} />}
      <HistoryButton of={{ kind: 'bankTransfer', id: row.id }} name={row.bankReference} />
    </span>
  );
}

/** What is confirmed stands in the dialog itself, and goes as it was read. */
function Confirm({ row: { id, version, amount, payerName, purchaseNumber } }: { row: Transfer }) {
  const t = useT();
  return (
    <ActButton
      size="small"
      act={{
        ...{ route: 'POST /bank-transfers/{id}/confirm', look: 'primary', word: t('transfers.confirm'), fields: [] },
        lead: (
          <>
            {t('transfers.confirmText')}
            <span className="mt-2 block font-medium">
              <Money value={amount} /> <span lang="zh-CN">{payerName}</span> →{' '}
              <span className="numeric">{purchaseNumber}</span>
            </span>
          </>
        ),
        done: t('transfers.confirmed'),
        once: `confirm.${id}`,
        input: () => ({ params: { id }, version }),
      }}
    />
  );
}

function SendBack({ organisation: { id, credit } }: { organisation: NonNullable<Transfer['organisation']> }) {
  const t = useT();
  return (
    <ActButton
      size="small"
      act={{
        ...{ route: 'POST /transfer-returns', word: t('transfers.credit'), lead: t('transfers.creditText') },
        done: t('transfers.proposed'),
        fields: [
          {
            ...{ name: 'amount', kind: 'yuan', label: t('transfers.amountYuan'), max: credit.amount },
            initial: yuanOf(credit.amount),
          },
          { name: 'reason', kind: 'area', label: t('transfers.reason'), least: 2, most: 200 },
        ],
        once: `credit.${id}`,
        input: ({ amount = '', reason = '' }) => ({
          body: {
            ...{ kind: 'credit' as const, organisationId: id, reason: reason.trim() },
            amount: { amount: fenOf(amount) ?? '0', currency: 'CNY' as const },
          },
        }),
      }}
    />
  );
}
