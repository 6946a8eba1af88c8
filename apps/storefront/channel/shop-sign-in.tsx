import { Button, Notice, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useCartMerge } from '../ordering/use-cart-sync';
import { useT } from '../words';

/** Buyers with an account, where a page needs to know who asks. What lies in the cart comes along, wherever somebody signs in. */
export function ShopSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const merge = useCartMerge();
  const signIn = useSend('POST /sessions', {
    // A cart that could not come along now keeps its token, and comes along the next time.
    onSuccess: () => void merge().then(onSignedIn, onSignedIn),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() && password && !signIn.isPending)
      signIn.mutate({ body: { surface: 'shop', login: login.trim(), password } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-ink-soft">{t('signIn.lead')}</p>
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
