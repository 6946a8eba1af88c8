import { Button, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { AskPhone, EnterCode, Failure, type Sent } from './phone-code';

type People = Extract<Output<'POST /registrations/buyers'>, { kind: 'choosePerson' }>['people'];

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

function ComeIn({ sent, onAgain, onSignedIn }: { sent: Sent; onAgain: () => void; onSignedIn: () => void }) {
  const t = useT();
  const [chosen, setChosen] = useState<{ code: string; people: People } | null>(null);
  const enter = useSend('POST /registrations/buyers', {
    onSuccess: (answer, { body: { code } }) => {
      if (answer.kind === 'choosePerson') setChosen({ code, people: answer.people });
      else onSignedIn();
    },
  });
  const go = (code: string, who: { personId?: string }) => {
    if (!enter.isPending) enter.mutate({ body: { ...sent, code, ...who } });
  };
  return chosen ? (
    <div className="flex flex-col gap-4">
      <Failure problem={enter.error} />
      <ChoosePerson
        people={chosen.people}
        pending={enter.isPending}
        onChoose={(personId) => go(chosen.code, { personId })}
      />
      {/* The code may have run out while one chose. */}
      {enter.error && (
        <Button look="quiet" size="small" onClick={onAgain}>
          {t('signIn.again')}
        </Button>
      )}
    </div>
  ) : (
    <EnterCode
      sent={sent}
      act={t('signIn.submit')}
      pending={enter.isPending}
      problem={enter.error}
      onCode={(code) => go(code, {})}
      onAgain={onAgain}
    />
  );
}

/** By phone and code: who has no account has one afterwards. */
export function ByPhone({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT();
  const [phone, setPhone] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const keep = (now: Sent) => {
    setPhone(now.phone);
    setSent(now);
  };
  return sent ? (
    <ComeIn sent={sent} onAgain={() => setSent(null)} onSignedIn={onSignedIn} />
  ) : (
    <AskPhone phone={phone} hint={t('signIn.phoneHint')} onSent={keep} />
  );
}
