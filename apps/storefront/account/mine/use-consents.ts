import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useApi, useProblemText, useSend, type Output } from '@xihuo/ui';

export type Consent = Output<'GET /me/consents'>['data'][number];
export type ConsentKind = Consent['kind'];

/** All that was agreed to and taken back, and how to say it anew. */
export function useConsents() {
  const problemText = useProblemText();
  const queries = useQueryClient();
  const query = useApi('GET /me/consents', {});
  const say = useSend('PUT /me/consents', {
    onSuccess: (said) => queries.setQueryData(routeKey('GET /me/consents', {}), said),
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  const rows = query.data?.data;
  /** What was said of it last; null before the first time. */
  const standing = (kind: ConsentKind): Consent | null => rows?.find((one) => one.kind === kind) ?? null;
  return { query, rows, standing, say };
}
