import { ApiProblem, useApi, type Output } from '@xihuo/ui';
import { useEffect } from 'react';
import { adoptBusiness } from '../frame/business-mode';
import { adoptElder } from '../frame/elder';
import { markSignedIn, useSignedInMark } from './signed-in-mark';

export type Me = Output<'GET /me'>;

/** Who is signed in to the shop; guests are not asked for. A session that has ended takes its mark along. */
export function useMe() {
  const marked = useSignedInMark();
  const query = useApi('GET /me', {}, { enabled: marked, staleTime: 60_000 });
  const isOut = query.error instanceof ApiProblem && query.error.status === 401;
  useEffect(() => {
    if (isOut) markSignedIn(false);
  }, [isOut]);
  const elder = query.data?.preferences.elder ?? null;
  useEffect(() => {
    if (elder !== null) adoptElder(elder);
  }, [elder]);
  const buysForOthers = query.data?.grants.some(({ role }) => role === 'businessBuyer') ?? false;
  useEffect(() => {
    if (buysForOthers) adoptBusiness();
  }, [buysForOthers]);
  return { marked: marked && !isOut, query };
}
