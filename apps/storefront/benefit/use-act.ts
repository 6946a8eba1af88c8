import { useSend, type Input, type RouteKey } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Act } from './answer';

/**
 * Everything of the household is read again after an act: a delivery confirmed is money owed. What the act was about goes
 * from the list it stood in, so the words that it has arrived are given to whoever keeps them.
 */
export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('GET /me/') });
}

/** An act of one route; `inputOf` makes its input of what was said. It stays pending until the page has been read anew. */
export function useAct<K extends RouteKey, Value = void>(
  route: K,
  inputOf: (value: Value) => Input<K>,
  onDone?: () => void,
): Act<Value> {
  const refresh = useRefresh();
  const [settling, setSettling] = useState(false);
  const send = useSend(route, {
    onSuccess: async () => {
      onDone?.();
      setSettling(true);
      await refresh();
      setSettling(false);
    },
    // Somebody else was faster: what stands there now is read again, and the words say so.
    onError: (problem) => void ((problem.status === 409 || problem.status === 412) && refresh()),
  });
  return {
    send: (value) => send.mutate(inputOf(value)),
    pending: send.isPending || settling,
    problem: send.error,
  };
}
