import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, TextField, TextLink, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import { Entry } from './entry';

/** Stands in place of any page until somebody is signed in; the address stays, so one lands where one wanted to go. */
export function SignIn({ expired }: { expired: boolean }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  const send = useSend('POST /sessions', {
    onSuccess: (answer) => {
      if (answer.kind !== 'signedIn') return;
      // What the one before could see is not for the next.
      queries.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'GET /me' && queryKey[0] !== 'GET /instance',
      });
      queries.setQueryData(routeKey('GET /me', {}), answer.me);
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
    <Entry title={t('signIn.title')} lead={t('signIn.lead')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        {expired && !send.error && <Notice tone="attention" title={t('signIn.expired')} />}
        {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <TextField
          id="login"
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
          id="password"
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
        <p className="text-center">
          <TextLink to="/register">{t('signIn.register')}</TextLink>
        </p>
      </form>
    </Entry>
  );
}
