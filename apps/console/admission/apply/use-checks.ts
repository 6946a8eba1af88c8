import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApiClient, type Input } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import type { Said } from './desk';

type Typed = NonNullable<Input<'POST /admission/checks'>['body']>;
const PAUSE_MS = 400;

/** What is typed, once the typing has paused. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Asks the machines about what is being typed; nothing is kept there. Silent while nothing is filled in, or out of reach. */
export function useChecks(typed: Typed): (field: Said['field']) => Said[] {
  const api = useApiClient();
  const body = useSettled(typed);
  const { data } = useQuery({
    queryKey: ['POST /admission/checks', body],
    queryFn: ({ signal }) => api('POST /admission/checks', { body, signal }),
    enabled: Object.keys(body).length > 0,
    placeholderData: keepPreviousData,
  });
  return (field) => (Object.keys(body).length > 0 ? (data?.data ?? []).filter((one) => one.field === field) : []);
}
