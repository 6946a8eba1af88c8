import { Button, Notice, phoneCodes, TextField, useProblemText, useSend, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';

type Sent = Output<'POST /registrations/codes'> & { phone: string };
type People = Extract<Output<'POST /registrations/buyers'>, { kind: 'choosePerson' }>['people'];

const { AGAIN_AFTER_S, digitsOf, PHONE, useSecondsLeft } = phoneCodes;

function Failure({ problem }: { problem: unknown }) {
  const problemText = useProblemText();
  return problem ? <Notice urgent tone="bad" title={problemText(problem)} /> : null;
}

function AskPhone({ phone: before, onSent }: { phone: string; onSent: (sent: Sent) => void }) {
  const t = useT();
  const [phone, setPhone] = useState(before);
  const [wrong, setWrong] = useState(false);
  const send = useSend('POST /registrations/codes', {
    onSuccess: (sent, { body }) => onSent({ ...sent, phone: body.phone }),
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
        hint={t('signIn.phoneHint')}
        error={wrong ? t('signIn.phoneWrong') : null}
        onChange={(event) => setPhone(digitsOf(event.target.value, 11))}
      />
      <Button type="submit" pending={send.isPending}>
        {t('signIn.sendCode')}
      </Button>
    </form>
  );
}

/** Several people on one phone: each is a button with the name on it. */
function ChoosePerson(props: { people: People; pending: boolean; onChoose: (id: string) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 font-medium">{t('signIn.who')}</legend>
      {props.people.map((person) => (
        <Button
          key={person.personId}
          look="secondary"
          wide
          pending={props.pending}
          onClick={() => props.onChoose(person.personId)}
        >
          <span lang="zh-CN">{person.displayName}</span>
        </Button>
      ))}
    </fieldset>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  const t = useT();
  const [left] = useSecondsLeft(AGAIN_AFTER_S);
  return (
    <Button look="quiet" size="small" unavailable={left > 0} onClick={onAgain}>
      {left > 0 ? t('signIn.againIn', { count: left }) : t('signIn.again')}
    </Button>
  );
}

function EnterCode({ sent, onAgain, onSignedIn }: { sent: Sent; onAgain: () => void; onSignedIn: () => void }) {
  const t = useT();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [people, setPeople] = useState<People | null>(null);
  const enter = useSend('POST /registrations/buyers', {
    onSuccess: (answer) => {
      if (answer.kind === 'choosePerson') setPeople(answer.people);
      else onSignedIn();
    },
  });
  const go = (chosen: { personId?: string }) => {
    const { requestId, phone } = sent;
    if (!enter.isPending) enter.mutate({ body: { requestId, phone, code, ...chosen } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.length === 6) go({});
  };
  if (people) {
    return (
      <div className="flex flex-col gap-4">
        <Failure problem={enter.error} />
        <ChoosePerson people={people} pending={enter.isPending} onChoose={(personId) => go({ personId })} />
      </div>
    );
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p role="status">{t('signIn.codeSent', { phone: sent.phone })}</p>
      <Failure problem={enter.error} />
      <TextField
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        className="numeric tracking-[0.3em]"
        value={code}
        error={tried && code.length !== 6 ? t('signIn.codeWrong') : null}
        onChange={(event) => setCode(digitsOf(event.target.value, 6))}
      />
      <Button type="submit" pending={enter.isPending}>
        {t('signIn.submit')}
      </Button>
      <Again onAgain={onAgain} />
    </form>
  );
}

/** By phone and code: who has no account has one afterwards. */
export function ByPhone({ onSignedIn }: { onSignedIn: () => void }) {
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const keep = (now: Sent) => {
    setPhone(now.phone);
    setSent(now);
  };
  return sent ? (
    <EnterCode sent={sent} onAgain={() => setSent(null)} onSignedIn={onSignedIn} />
  ) : (
    <AskPhone phone={phone} onSent={keep} />
  );
}
