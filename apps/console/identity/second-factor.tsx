import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { FactorCode, isFactorCode } from '../frame/factor-code';
import { useT } from '../words';
import { Entry } from './entry';
import type { Me } from './me';
import { useSignOut } from './use-sign-out';

/** The second step for those who audit, decide or move money. */
export function SecondFactor({ me, over = false }: { me: Me; over?: boolean }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const signOut = useSignOut(me.personId);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useSend('POST /sessions/second-factor', {
    onSuccess: (next) => queries.setQueryData(routeKey('GET /me', {}), next),
    onError: () => setCode(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = isFactorCode(code);
    setWrong(!complete);
    if (complete && !send.isPending) send.mutate({ body: { code } });
  };
  return (
    <Entry title={t('factor.title')} lead={t('factor.lead', { name: me.displayName })} over={over}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <FactorCode
          label={t('factor.code')}
          hint={t('factor.hint')}
          autoFocus
          className="text-center text-2xl tracking-[0.35em]"
          value={code}
          error={wrong ? t('factor.malformed') : null}
          onCode={setCode}
        />
        <Button type="submit" size="large" wide pending={send.isPending}>
          {t('factor.submit')}
        </Button>
        <Button look="quiet" onClick={() => signOut.mutate({})}>
          {t('factor.other')}
        </Button>
      </form>
    </Entry>
  );
}
