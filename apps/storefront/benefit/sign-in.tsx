import { Button, Notice, phoneCodes, TextField, useProblemText, useSend, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { CodeField } from './code-field';
import { useT } from './words';

type Person = Extract<Output<'POST /sessions/sms'>, { kind: 'choosePerson' }>['people'][number];
type Sent = Output<'POST /sms-codes'> & { phone: string };

function Failure({ problem }: { problem: unknown }) {
  const problemText = useProblemText();
  return problem ? <Notice urgent tone="bad" title={problemText(problem)} /> : null;
}

function AskPhone({ onSent }: { onSent: (sent: Sent) => void }) {
  const t = useT();
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useSend('POST /sms-codes', {
    onSuccess: (sent, { body }) => onSent({ ...sent, phone: body.phone }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = phoneCodes.digitsOf(phone, 11);
    const right = phoneCodes.PHONE.test(digits);
    setWrong(!right);
    if (right && !send.isPending) send.mutate({ body: { phone: digits } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <p>{t('farmer.signInText')}</p>
      <Failure problem={send.error} />
      <TextField
        id="phone"
        label={t('farmer.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        className="min-h-15! text-xl! tracking-wider"
        value={phone}
        error={wrong ? t('farmer.phoneWrong') : null}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Button type="submit" size="large" wide pending={send.isPending}>
        {t('farmer.sendCode')}
      </Button>
    </form>
  );
}

/** Several people on one phone: each is a button with the name on it. */
function ChoosePerson({
  people,
  onChoose,
  pending,
}: {
  people: readonly Person[];
  onChoose: (id: string) => void;
  pending: boolean;
}) {
  const t = useT();
  return (
    <section aria-labelledby="who" className="flex flex-col gap-4">
      <h2 id="who">{t('farmer.who')}</h2>
      <ul className="flex flex-col gap-3">
        {people.map((person) => (
          <li key={person.personId}>
            <Button look="secondary" size="large" wide pending={pending} onClick={() => onChoose(person.personId)}>
              <span lang="zh-CN">{person.displayName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EnterCodeProps {
  sent: Sent;
  onAgain: () => void;
  onSignedIn: () => void;
}

function EnterCode({ sent, onAgain, onSignedIn }: EnterCodeProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  const signIn = useSend('POST /sessions/sms', {
    onSuccess: (answer) => {
      if (answer.kind === 'choosePerson') setPeople(answer.people);
      else onSignedIn();
    },
  });
  const go = (personId?: string) => {
    if (signIn.isPending || code.length !== 6) return;
    signIn.mutate({ body: { surface: 'shop', requestId: sent.requestId, phone: sent.phone, code, personId } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  if (people) {
    return (
      <>
        <Failure problem={signIn.error} />
        <ChoosePerson people={people} pending={signIn.isPending} onChoose={go} />
      </>
    );
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <p role="status">{t('farmer.codeSent', { phone: sent.phone })}</p>
      <Failure problem={signIn.error} />
      <CodeField value={code} onChange={setCode} />
      <Button type="submit" size="large" wide pending={signIn.isPending} unavailable={code.length !== 6}>
        {t('farmer.signIn')}
      </Button>
      <Button look="quiet" onClick={onAgain}>
        {t('farmer.otherPhone')}
      </Button>
    </form>
  );
}

/** By phone and code alone: no password to remember, no mail address to have. */
export function SignIn({ note, onSignedIn }: { note?: string | undefined; onSignedIn: () => void }) {
  const [sent, setSent] = useState<Sent | null>(null);
  return (
    <div className="flex flex-col gap-5">
      {note && <Notice>{note}</Notice>}
      {sent ? (
        <EnterCode sent={sent} onAgain={() => setSent(null)} onSignedIn={onSignedIn} />
      ) : (
        <AskPhone onSent={setSent} />
      )}
    </div>
  );
}
