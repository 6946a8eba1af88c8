import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, TextField, TextLink, useProblemText, useSend, phoneCodes } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import { Entry } from './entry';
import type { Me } from './me';
import { usePhoneCode } from './phone-code';

const { digitsOf, PHONE } = phoneCodes;

function useEnter() {
  const queries = useQueryClient();
  return (me: Me) => void queries.setQueryData(routeKey('GET /me', {}), me);
}

function ByPassword({ expired }: { expired: boolean }) {
  const t = useT();
  const problemText = useProblemText();
  const enter = useEnter();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  const send = useSend('POST /sessions', {
    onSuccess: (answer) => {
      if (answer.kind === 'signedIn') enter(answer.me);
    },
    onError: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const incomplete = login.trim() === '' || password === '';
    setEmpty(incomplete);
    if (!incomplete && !send.isPending) send.mutate({ body: { surface: 'console', login, password } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {expired && !send.error && <Notice tone="attention" title={t('signIn.expired')} />}
      {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
      <TextField
        label={t('signIn.login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={login}
        error={empty && login.trim() === '' ? t('signIn.loginMissing') : null}
        onChange={(event) => setLogin(event.target.value)}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        error={empty && password === '' ? t('signIn.passwordMissing') : null}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" size="large" wide pending={send.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

/** Phone, code, and the two calls between them; `told` is the field that was not whole when somebody went on. */
function usePhoneSignIn() {
  const enter = useEnter();
  const { want, ...shown } = usePhoneCode();
  const { phone, code, setCode, ask } = shown;
  const [told, setTold] = useState<'phone' | 'code' | null>(null);
  const send = useSend('POST /sessions/sms', {
    onSuccess: (answer) => {
      if (answer.kind === 'signedIn') enter(answer.me);
    },
    onError: () => setCode(''),
  });
  const signIn = (personId?: string) => {
    if (ask.data && !send.isPending)
      send.mutate({
        body: { surface: 'console', requestId: ask.data.requestId, phone, code, ...(personId && { personId }) },
      });
  };
  const wantCode = () => {
    setTold(PHONE.test(phone) ? null : 'phone');
    want();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.data) {
      wantCode();
      return;
    }
    const whole = /^\d{6}$/.test(code);
    setTold(whole ? null : 'code');
    if (whole) signIn();
  };
  return { ...shown, told, send, signIn, wantCode, submit };
}

/** By a code to the phone: how those come in who registered by it, and need no password. */
function ByPhone({ expired }: { expired: boolean }) {
  const t = useT();
  const problemText = useProblemText();
  const { phone, setPhone, code, setCode, told, left, ask, send, signIn, wantCode, submit } = usePhoneSignIn();
  const problem = send.error ?? ask.error;
  if (send.data?.kind === 'choosePerson')
    return <People people={send.data.people} problem={send.error} onChoose={signIn} />;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {expired && !problem && <Notice tone="attention" title={t('signIn.expired')} />}
      {problem && <Notice urgent tone="bad" title={problemText(problem)} />}
      <TextField
        label={t('register.phone')}
        inputMode="numeric"
        autoComplete="tel-national"
        className="numeric"
        value={phone}
        error={told === 'phone' ? t('register.phoneMalformed') : null}
        onChange={(event) => setPhone(digitsOf(event.target.value, 11))}
      />
      {ask.data && (
        <>
          <TextField
            label={t('register.code')}
            hint={t('register.sentTo', { phone })}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            className="numeric text-center text-2xl tracking-[0.35em]"
            value={code}
            error={told === 'code' ? t('register.codeMalformed') : null}
            onChange={(event) => setCode(digitsOf(event.target.value, 6))}
          />
          <Button look="quiet" size="small" unavailable={left > 0} pending={ask.isPending} onClick={wantCode}>
            {left > 0 ? t('register.againIn', { seconds: left }) : t('register.again')}
          </Button>
        </>
      )}
      <Button type="submit" size="large" wide pending={send.isPending || (!ask.data && ask.isPending)}>
        {ask.data ? t('signIn.submit') : t('register.sendCode')}
      </Button>
    </form>
  );
}

interface PeopleProps {
  people: readonly { personId: string; displayName: string }[];
  problem: unknown;
  onChoose: (personId: string) => void;
}

/** A phone that several share: whose desk is to open. */
function People({ people, problem, onChoose }: PeopleProps) {
  const t = useT();
  const problemText = useProblemText();
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{t('signIn.whoAreYou')}</p>
      {problem !== null && <Notice urgent tone="bad" title={problemText(problem)} />}
      {people.map(({ personId, displayName }) => (
        <Button key={personId} look="secondary" wide onClick={() => onChoose(personId)}>
          {displayName}
        </Button>
      ))}
    </div>
  );
}

interface SignInProps {
  expired: boolean;
  /** Whose desk waits behind it, where it is one's own to come back to. */
  again?: Me | null;
}

/** Stands in place of any page until somebody is signed in; the address stays, so one lands where one wanted to go. */
export function SignIn({ expired, again = null }: SignInProps) {
  const t = useT();
  const [way, setWay] = useState<'password' | 'phone'>('password');
  const other = way === 'password' ? 'phone' : 'password';
  const words = again
    ? { title: t('signIn.again'), lead: t('signIn.againLead', { name: again.displayName }) }
    : { title: t('signIn.title'), lead: t('signIn.lead') };
  return (
    <Entry {...words} over={again !== null}>
      {way === 'password' ? <ByPassword expired={expired && !again} /> : <ByPhone expired={expired && !again} />}
      <div className="mt-4 flex flex-wrap justify-center gap-x-6">
        <Button look="quiet" size="small" onClick={() => setWay(other)}>
          {t(`signIn.by.${other}`)}
        </Button>
        {!again && (
          <TextLink to="/register" className="text-sm">
            {t('signIn.register')}
          </TextLink>
        )}
      </div>
    </Entry>
  );
}
