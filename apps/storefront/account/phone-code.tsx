import { Button, Notice, phoneCodes, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useT } from '../words';

const { AGAIN_AFTER_S, digitsOf, PHONE, useSecondsLeft } = phoneCodes;

/** Where a code was sent to, and what names it. */
export interface Sent {
  requestId: string;
  phone: string;
}

export function Failure({ problem }: { problem: unknown }) {
  const problemText = useProblemText();
  return problem ? <Notice urgent tone="bad" title={problemText(problem)} /> : null;
}

interface AskPhoneProps {
  /** The phone of the code before, which may be mended. */
  phone: string;
  hint: string;
  quiet?: boolean;
  onSent: (sent: Sent) => void;
}

/** Names a phone and has a code sent to it. */
export function AskPhone({ phone: before, hint, quiet, onSent }: AskPhoneProps) {
  const t = useT();
  const [phone, setPhone] = useState(before);
  const [wrong, setWrong] = useState(false);
  const send = useSend('POST /registrations/codes', {
    onSuccess: ({ requestId }, { body }) => onSent({ requestId, phone: body.phone }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const right = PHONE.test(phone);
    setWrong(!right);
    if (right && !send.isPending) send.mutate({ body: { phone } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Failure problem={send.error} />
      <TextField
        label={t('signIn.phone')}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        className="numeric"
        value={phone}
        hint={hint}
        error={wrong ? t('signIn.phoneWrong') : null}
        onChange={(event) => setPhone(digitsOf(event.target.value, 11))}
      />
      <Button type="submit" look={quiet ? 'secondary' : 'primary'} pending={send.isPending}>
        {t('signIn.sendCode')}
      </Button>
    </form>
  );
}

/** The way back to the phone: for another code, or for another number. */
function Again({ onAgain }: { onAgain: () => void }) {
  const t = useT();
  const [left] = useSecondsLeft(AGAIN_AFTER_S);
  return (
    <Button look="quiet" size="small" unavailable={left > 0} onClick={onAgain}>
      {left > 0 ? t('signIn.againIn', { count: left }) : t('signIn.again')}
    </Button>
  );
}

interface EnterCodeProps {
  sent: Sent;
  /** The act's name, on the button that does it. */
  act: string;
  danger?: boolean | undefined;
  pending: boolean;
  problem: unknown;
  onCode: (code: string) => void;
  onAgain: () => void;
}

/** The code that came, and the act it is asked for. */
export function EnterCode({ sent, act, danger, pending, problem, onCode, onAgain }: EnterCodeProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // What is to be done next; the button that asked for the code is gone.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.length === 6 && !pending) onCode(code);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p role="status">{t('signIn.codeSent', { phone: sent.phone })}</p>
      {/* What was said of a code before this one is not said of it. */}
      <Failure problem={tried ? problem : null} />
      <TextField
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="numeric tracking-[0.3em]"
        value={code}
        error={tried && code.length !== 6 ? t('signIn.codeWrong') : null}
        onChange={(event) => setCode(digitsOf(event.target.value, 6))}
      />
      <Button type="submit" look={danger ? 'danger' : 'primary'} pending={pending}>
        {act}
      </Button>
      <Again onAgain={onAgain} />
    </form>
  );
}
