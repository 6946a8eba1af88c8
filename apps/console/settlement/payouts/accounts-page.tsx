import {
  Badge,
  Card,
  Facts,
  forgetIdempotencyKey,
  idempotencyKey,
  TextField,
  useApiClient,
  usePages,
  type Column,
  type Output,
} from '@xihuo/ui';
import { useState } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { useOwnSuppliers } from '../../benefit/parts';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import { AccountTail } from './parts';

type Account = Output<'GET /settlement/payee-accounts'>['data'][number];

const TONES = { proposed: 'attention', confirmed: 'good', cancelled: 'neutral', returned: 'bad' } as const;

function State({ state }: { state: Account['state'] }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`payeeAccount.${state}`)}</Badge>;
}

/** What the reader may decide of it: confirm as a second person, and cancel while it waits or is held. */
function Decide({ account }: { account: Account }) {
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

function useColumns(): readonly Column<Account>[] {
  const t = useT();
  return [
    { id: 'payee', header: t('payouts.payee'), rowHeader: true, cell: (row) => row.payee.name },
    { id: 'account', header: t('payouts.account'), cell: (row) => <AccountTail {...row} /> },
    {
      id: 'cnaps',
      header: t('payeeAccounts.cnaps'),
      cell: (row) => <span className="numeric">{row.cnapsCode ?? ''}</span>,
    },
    { id: 'reason', header: t('payouts.reason'), cell: (row) => row.reason ?? '' },
    { id: 'proposed', header: t('payeeAccounts.proposedAt'), cell: (row) => <Moment value={row.proposedAt} /> },
    { id: 'held', header: t('payeeAccounts.heldUntil'), cell: (row) => <Moment value={row.heldUntil} /> },
    { id: 'state', header: t('list.state'), cell: (row) => <State state={row.state} /> },
    { id: 'act', header: t('list.act'), cell: (row) => <Decide account={row} /> },
  ];
}

/** What waits for a second person and what is still held; or what waits alone, as the desk counts it. */
function Waiting() {
  const t = useT();
  const columns = useColumns();
  const state = useView('state', ['proposed']);
  const query = usePages('GET /settlement/payee-accounts', { query: state ? { state } : {} });
  return (
    <>
      <Views
        name="state"
        label={t('menu.payeeAccounts')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'proposed', word: t('payeeAccount.proposed') },
        ]}
      />
      <Listing
        id="payeeAccounts"
        query={query}
        caption={t('menu.payeeAccounts')}
        rowKey={(row) => row.id}
        empty={{ title: t('payeeAccounts.none'), text: t('payeeAccounts.noneText') }}
        columns={columns}
      />
    </>
  );
}

/** A supplier's clerk names where it is paid: holder as registered, number, bank. */
function Propose({ payeeId }: { payeeId: string }) {
  const t = useT();
  const api = useApiClient();
  const [values, setValues] = useState({ holder: '', number: '', bankName: '', cnapsCode: '', reason: '' });
  const field = (name: keyof typeof values, label: string, optional = false) => (
    <TextField
      label={label}
      optional={optional}
      value={values[name]}
      onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))}
    />
  );
  const body = {
    ...{ payeeId, holder: values.holder, number: values.number.replace(/\s/g, ''), bankName: values.bankName },
    ...{ cnapsCode: values.cnapsCode.trim() || null, reason: values.reason },
  };
  // Kept in the browser for a retry, so of the number no more than its end.
  const said = { payeeId, holder: values.holder, end: body.number.slice(-4), reason: values.reason };
  const ready = [values.holder, values.number, values.bankName, values.reason].every((one) => one.trim() !== '');
  return (
    <CodeAct
      word={t('payeeAccounts.propose')}
      lead={t('payeeAccounts.proposeText')}
      done={t('payeeAccounts.proposed')}
      ready={ready}
      run={async () => {
        const scope = `payee-account.${payeeId}`;
        await api('POST /settlement/payee-accounts', { body, idempotencyKey: idempotencyKey(scope, said) });
        forgetIdempotencyKey(scope);
      }}
    >
      {field('holder', t('payeeAccounts.holder'))}
      {field('number', t('payeeAccounts.number'))}
      {field('bankName', t('payeeAccounts.bank'))}
      {field('cnapsCode', t('payeeAccounts.cnaps'), true)}
      {field('reason', t('payouts.reason'))}
    </CodeAct>
  );
}

function Own({ id, name }: { id: string; name: string }) {
  const t = useT();
  const query = usePages('GET /settlement/payee-accounts', { query: { payeeId: id } });
  const [last] = query.rows ?? [];
  return (
    <Card title={name}>
      <p className="mb-3 text-ink-soft">{t('payeeAccounts.ownText')}</p>
      {last ? (
        <Facts
          facts={[
            { term: t('payouts.account'), detail: <AccountTail {...last} /> },
            { term: t('list.state'), detail: <State state={last.state} /> },
            { term: t('payeeAccounts.heldUntil'), detail: <Moment value={last.heldUntil} /> },
          ]}
        />
      ) : (
        <p>{t('payeeAccounts.neverOne')}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Propose payeeId={id} />
        {last && <Decide account={last} />}
      </div>
    </Card>
  );
}

/** Where payees are paid: what waits for a second person, for finance; the own account, for a supplier. */
export function AccountsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const isFinance = hasRole(useMe(), ['finance']);
  return (
    <Page title={t('menu.payeeAccounts')} lead={t('payeeAccounts.lead')}>
      {isFinance && <Waiting />}
      <div className="grid gap-6 lg:grid-cols-2">
        {own.map(({ id, name }) => (
          <Own key={id} id={id} name={name ?? t('payeeAccounts.own')} />
        ))}
      </div>
    </Page>
  );
}
