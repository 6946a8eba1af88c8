import { forgetIdempotencyKey, idempotencyKey, TextField, useApiClient } from '@xihuo/ui';
import { useState } from 'react';
import { CodeAct } from '../../frame/code-act';
import { useT } from '../../words';

/** Says where a payee is paid: holder as registered, number, bank. */
export function ProposeAccount({ payeeId, name }: { payeeId: string; name: string }) {
  const t = useT();
  const api = useApiClient();
  const [values, setValues] = useState({ holder: name, number: '', bankName: '', cnapsCode: '', reason: '' });
  const field = (key: keyof typeof values, label: string, optional = false) => (
    <TextField
      label={label}
      optional={optional}
      value={values[key]}
      onChange={(event) => setValues((before) => ({ ...before, [key]: event.target.value }))}
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
      act="POST /settlement/payee-accounts"
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
