import { useApi } from '@xihuo/ui';
import { servedByBenefit } from './served';

const MANY = { query: { limit: 100 } };

/** What waits for the household, in every kind there is. */
export function useWaiting() {
  const recorded = useApi('GET /me/deliveries', { query: { state: 'recorded', limit: 100 } });
  const witnessed = useApi('GET /me/deliveries', { query: { state: 'witnessed', limit: 100 } });
  const work = useApi('GET /me/work', MANY, servedByBenefit);
  const outside = useApi('GET /me/outside-payments', MANY, servedByBenefit);
  const agreements = useApi('GET /me/agreements', {}, servedByBenefit);
  const reads = [recorded, witnessed, ...(servedByBenefit.enabled ? [work, outside, agreements] : [])];
  const failed = reads.find(({ error }) => error);
  const data = {
    deliveries: [...(recorded.data?.data ?? []), ...(witnessed.data?.data ?? [])],
    work: (work.data?.data ?? []).filter(({ state }) => state === 'recorded' || state === 'witnessed'),
    outside: (outside.data?.data ?? []).filter(({ state }) => state === 'recorded' || state === 'witnessed'),
    agreements: (agreements.data?.data ?? []).filter(({ state }) => state === 'offered'),
    employers: (agreements.data?.data ?? []).filter(({ kind, state }) => kind === 'employment' && state === 'inForce'),
  };
  const count = data.deliveries.length + data.work.length + data.outside.length + data.agreements.length;
  const complete = reads.every((read) => read.data !== undefined);
  return {
    count,
    data: complete ? data : undefined,
    error: failed?.error,
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
}
