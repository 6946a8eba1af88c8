import { Badge, useApiClient, type Column, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../../admission/watching/act';
import { CodeAct } from '../../frame/code-act';
import { HistoryButton } from '../../frame/history';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { AccountTail } from './parts';
import { PayeeLink } from './payee-link';

type Account = Output<'GET /settlement/payee-accounts'>['data'][number];

const TONES = { proposed: 'attention', confirmed: 'good', cancelled: 'neutral', returned: 'bad' } as const;

export function AccountState({ state }: { state: Account['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`payeeAccount.${state}`)}</Badge>;
}

/** What the reader may decide of it: confirm as a second person, and cancel while it waits or is held. */
export function Decide({ account }: { account: Account }) {
  const t = useT();
  const api = useApiClient();
  const cancel: Act<'POST /settlement/payee-accounts/{id}/decide'> = {
    route: 'POST /settlement/payee-accounts/{id}/decide',
    word: t('payeeAccounts.cancel'),
    lead: t('payeeAccounts.cancelText'),
    done: t('payeeAccounts.cancelled'),
    look: 'secondary',
    fields: [{ name: 'reason', kind: 'area', label: t('payouts.reason'), least: 2, most: 200 }],
    input: ({ reason = '' }) => ({ params: { id: account.id }, body: { decision: 'cancel', reason: reason.trim() } }),
  };
  return (
    <span className="flex flex-wrap gap-2">
      {account.may.includes('confirm') && (
        <CodeAct
          act="POST /settlement/payee-accounts/{id}/decide"
          word={t('payeeAccounts.confirm')}
          lead={t('payeeAccounts.confirmText')}
          done={t('payeeAccounts.confirmed')}
          run={() =>
            api('POST /settlement/payee-accounts/{id}/decide', {
              params: { id: account.id },
              body: { decision: 'confirm', reason: t('payeeAccounts.confirm') },
            })
          }
        />
      )}
      {account.may.includes('cancel') && <ActButton act={cancel} />}
    </span>
  );
}

export function useAccountColumns(): readonly Column<Account>[] {
  const t = useT();
  return [
    {
      ...{ id: 'payee', header: t('payouts.payee'), rowHeader: true },
      cell: (row) => <PayeeLink payee={row.payee} />,
    },
    { id: 'account', header: t('payouts.account'), cell: (row) => <AccountTail {...row} /> },
    {
      id: 'cnaps',
      header: t('payeeAccounts.cnaps'),
      cell: (row) => <span className="numeric">{row.cnapsCode ?? ''}</span>,
    },
    { id: 'reason', header: t('payouts.reason'), cell: (row) => row.reason ?? '' },
    { id: 'proposed', header: t('payeeAccounts.proposedAt'), cell: (row) => <Moment value={row.proposedAt} /> },
    { id: 'held', header: t('payeeAccounts.heldUntil'), cell: (row) => <Moment value={row.heldUntil} /> },
    { id: 'state', header: t('list.state'), cell: (row) => <AccountState state={row.state} /> },
    {
      ...{ id: 'act', header: t('list.act') },
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          <Decide account={row} />
          <HistoryButton of={{ kind: 'payeeAccount', id: row.id }} name={row.payee.name} />
        </span>
      ),
    },
  ];
}
