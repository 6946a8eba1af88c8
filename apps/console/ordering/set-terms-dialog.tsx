import { ApiProblem, Select, TextArea, TextField, useApiClient, type Input, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf, yuanOf } from '../catalogue/yuan';
import { CodeDialog } from '../frame/code-act';
import { useT } from '../words';

type Account = Output<'GET /business-accounts/{id}'>;
type Wanted = Input<'PUT /business-accounts/{id}'>['body'];

const KINDS = ['publicBuyer', 'largeFirm', 'otherFirm'] as const;
const PAYMENTS = ['onTerms', 'payFirst'] as const;
const SHORTEST = 4;

interface Draft {
  payerKind: Wanted['payerKind'];
  payment: Wanted['payment'];
  days: string;
  contract: string;
  yuan: string;
  reason: string;
}

const draftOf = ({ terms, isPublicBody, creditLimit }: Account): Draft => ({
  payerKind: terms?.payerKind ?? (isPublicBody ? 'publicBuyer' : 'otherFirm'),
  payment: terms?.payment ?? 'payFirst',
  ...{ days: String(terms?.termDays ?? 30), contract: terms?.contractReference ?? '' },
  ...{ yuan: yuanOf(creditLimit.amount), reason: '' },
});

interface FieldsProps {
  account: Account;
  draft: Draft;
  set: (more: Partial<Draft>) => void;
  /** What is wrong, once somebody has tried to send it. */
  faults: Partial<Record<'days' | 'contract' | 'yuan' | 'reason', boolean>>;
}

/** Who it is by law, and how it pays: what the law allows stands beside the days. */
function TermFields({ account, draft, set, faults }: FieldsProps) {
  const t = useT();
  const allowed = allowedFor(account, draft);
  return (
    <>
      <Select
        label={t('accounts.payerKind')}
        value={draft.payerKind}
        choices={KINDS.filter((kind) => !account.isPublicBody || kind === 'publicBuyer').map((value) => ({
          value,
          label: t(`accounts.payerKind.${value}`),
        }))}
        onChange={(event) => set({ payerKind: KINDS.find((kind) => kind === event.target.value) ?? draft.payerKind })}
      />
      <Select
        label={t('accounts.payment')}
        value={draft.payment}
        choices={PAYMENTS.map((value) => ({ value, label: t(`accounts.payment.${value}`) }))}
        onChange={(event) => set({ payment: event.target.value === 'onTerms' ? 'onTerms' : 'payFirst' })}
      />
      {draft.payment === 'onTerms' && (
        <>
          <TextField
            label={t('accounts.termDays')}
            hint={t('accounts.allowed', { days: allowed.days, most: allowed.mostDays })}
            inputMode="numeric"
            maxLength={3}
            value={draft.days}
            error={faults.days ? t('accounts.daysWrong', { most: allowed.mostDays }) : null}
            onChange={(event) => set({ days: event.target.value.trim() })}
          />
          <p className="text-sm text-ink-faint">{allowed.law}</p>
        </>
      )}
      <TextField
        label={t('accounts.contract')}
        optional
        maxLength={100}
        value={draft.contract}
        error={faults.contract ? t('accounts.contractMissing', { days: allowed.days }) : null}
        onChange={(event) => set({ contract: event.target.value })}
      />
    </>
  );
}

const allowedFor = (account: Account, draft: Draft) =>
  account.allowed.find(({ payerKind }) => payerKind === draft.payerKind)!;

/** Fen of the limit; that nothing may be owed at once is a limit too. */
const limitOf = (yuan: string) => (/^0+(\.0{1,2})?$/.test(yuan.trim()) ? '0' : fenOf(yuan));

function faultsOf(account: Account, draft: Draft): FieldsProps['faults'] {
  const allowed = allowedFor(account, draft);
  const days = Number(draft.days);
  const isOnTerms = draft.payment === 'onTerms';
  return {
    days: isOnTerms && (!/^\d{1,3}$/.test(draft.days) || days < 1 || days > allowed.mostDays),
    contract: isOnTerms && days > allowed.days && draft.contract.trim() === '',
    yuan: limitOf(draft.yuan) === null,
    reason: draft.reason.trim().length < SHORTEST,
  };
}

function bodyOf(draft: Draft): Wanted {
  const contract = draft.contract.trim();
  return {
    ...{ payerKind: draft.payerKind, payment: draft.payment, reason: draft.reason },
    ...{ termDays: draft.payment === 'onTerms' ? Number(draft.days) : null },
    contractReference: contract === '' ? null : contract,
    creditLimit: { amount: limitOf(draft.yuan) ?? '0', currency: 'CNY' },
  };
}

/**
 * What was typed, over the terms as they stand: what a colleague changed beside it is shown, and not sent as it was before. It goes as it
 * was read when the dialog opened, or after the server has said that somebody was faster.
 */
function useDraft(account: Account) {
  const api = useApiClient();
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [opened] = useState(account.version);
  const [overtaken, setOvertaken] = useState(false);
  const draft = { ...draftOf(account), ...typed };
  const version = overtaken ? account.version : opened;
  const send = () =>
    api('PUT /business-accounts/{id}', { params: { id: account.id }, body: bodyOf(draft), version }).catch(
      (error: unknown) => {
        if (error instanceof ApiProblem && error.code === 'STALE_VERSION') setOvertaken(true);
        throw error;
      },
    );
  return { draft, set: (more: Partial<Draft>) => setTyped((before) => ({ ...before, ...more })), send };
}

/** Terms from now on: nothing is given that the law does not allow, and nothing without a reason. */
export function SetTermsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const { draft, set, send } = useDraft(account);
  const [isTried, setTried] = useState(false);
  const faults = faultsOf(account, draft);
  const shown = isTried ? faults : {};
  return (
    <CodeDialog
      word={t('accounts.set')}
      lead={t('accounts.setText')}
      done={t('accounts.saved')}
      ready={!Object.values(faults).some(Boolean)}
      onTry={() => setTried(true)}
      run={send}
      onClose={onClose}
    >
      <TermFields {...{ account, draft, set }} faults={shown} />
      <TextField
        label={t('accounts.limitYuan')}
        inputMode="decimal"
        value={draft.yuan}
        error={shown.yuan ? t('transfers.fillIn') : null}
        onChange={(event) => set({ yuan: event.target.value })}
      />
      <TextArea
        label={t('accounts.reason')}
        maxLength={500}
        value={draft.reason}
        error={shown.reason ? t('act.tooShort', { count: SHORTEST }) : null}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </CodeDialog>
  );
}
