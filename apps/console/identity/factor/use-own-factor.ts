import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { isFactorCode } from '../../frame/factor-code';
import { usePhoneCode } from '../phone-code';

export type ProvenBy = 'password' | 'phone';

/** Enrols the own second factor: what was drawn, what shows that it is oneself, and what the app shows. */
export function useOwnFactor({ secret, by, onDone }: { secret: string; by: ProvenBy; onDone: () => void }) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const shown = usePhoneCode();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /me/second-factor', {
    onSuccess: (next) => {
      queries.setQueryData(routeKey('GET /me', {}), next);
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/second-factor') });
      onDone();
    },
    onError: () => setCode(''),
  });
  const requestId = shown.ask.data?.requestId;
  const proof =
    by === 'password'
      ? password !== '' && { password }
      : requestId !== undefined && isFactorCode(shown.code) && { requestId, phone: shown.phone, code: shown.code };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!proof || !isFactorCode(code) || send.isPending) return;
    setTried(false);
    send.mutate({ body: { by: proof, secret, code } });
  };
  return { password, setPassword, shown, code, setCode, tried, send, submit };
}
