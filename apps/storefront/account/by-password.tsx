import { Button, Notice, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';

/** For whoever was given a login and a password, as organisations that buy are. */
export function ByPassword({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useSend('POST /sessions', { onSuccess: onSignedIn });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() && password && !signIn.isPending)
      signIn.mutate({ body: { surface: 'shop', login: login.trim(), password } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {signIn.error && <Notice tone="bad" urgent title={problemText(signIn.error)} />}
      <TextField
        label={t('signIn.login')}
        autoComplete="username"
        value={login}
        error={tried && !login.trim() ? t('signIn.loginWrong') : null}
        onChange={(event) => setLogin(event.target.value)}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        error={tried && !password ? t('signIn.passwordWrong') : null}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" pending={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
