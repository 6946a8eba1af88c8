import { Button, Notice, phoneCodes, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../words';

const { digitsOf, PHONE } = phoneCodes;

/** A code that was sent to the phone that was named. */
export interface OwnCode {
  requestId: string;
  phone: string;
  code: string;
}

interface ByOwnPhoneProps {
  /** The act's name, on the button that does it. */
  act: string;
  danger?: boolean;
  pending: boolean;
  problem: unknown;
  onCode: (code: OwnCode) => void;
}

/** Whoever holds the phone of the account says so by a code, however long the screen was left open. */
export function ByOwnPhone({ act, danger, pending, problem, onCode }: ByOwnPhoneProps) {
  const t = useT();
  const problemText = useProblemText();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<'phone' | 'code' | null>(null);
  const send = useSend('POST /registrations/codes');
  const requestId = send.data?.requestId;
  const ask = () => {
    const right = PHONE.test(phone);
    setWrong(right ? null : 'phone');
    if (right && !send.isPending) send.mutate({ body: { phone } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (requestId === undefined) return ask();
    const right = code.length === 6;
    setWrong(right ? null : 'code');
    if (right && !pending) onCode({ requestId, phone, code });
  };
  const failed = problem ?? send.error;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {failed ? <Notice urgent tone="bad" title={problemText(failed)} /> : null}
      {requestId === undefined ? (
        <TextField
          label={t('signIn.phone')}
          hint={t('ownPhone.hint')}
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          className="numeric"
          value={phone}
          error={wrong === 'phone' ? t('signIn.phoneWrong') : null}
          onChange={(event) => setPhone(digitsOf(event.target.value, 11))}
        />
      ) : (
        <>
          <p role="status">{t('signIn.codeSent', { phone })}</p>
          <TextField
            label={t('signIn.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="numeric tracking-[0.3em]"
            value={code}
            error={wrong === 'code' ? t('signIn.codeWrong') : null}
            onChange={(event) => setCode(digitsOf(event.target.value, 6))}
          />
        </>
      )}
      <p className="flex flex-wrap gap-3">
        {requestId === undefined ? (
          <Button type="submit" look="secondary" pending={send.isPending}>
            {t('signIn.sendCode')}
          </Button>
        ) : (
          <Button type="submit" look={danger ? 'danger' : 'primary'} pending={pending}>
            {act}
          </Button>
        )}
      </p>
    </form>
  );
}
