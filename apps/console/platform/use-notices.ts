import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useApi, useSend, type Output } from '@xihuo/ui';
import { useEffect, useRef } from 'react';
import { useAgainIn } from '../frame/live/live';

const LIST = 'GET /me/notices';

/** How many notices are unread, undefined while nobody knows; they come by themselves. */
export function useUnread(): number | undefined {
  const again = useAgainIn(30_000);
  return useApi(LIST, { query: { limit: 1 } }, { staleTime: 0, refetchInterval: again }).data?.unread;
}

/** What has been shown counts as read, up to the newest; the marks stay as long as the page is open. */
export function useReadNotices(rows: Output<typeof LIST>['data'] | undefined): void {
  const queries = useQueryClient();
  const newest = rows?.[0];
  const told = useRef<string | null>(null);
  const { mutate } = useSend('POST /me/notices/read', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: routeKey(LIST, { query: { limit: 1 } }) }),
  });
  useEffect(() => {
    if (!newest || newest.readAt !== null || told.current === newest.id) return;
    told.current = newest.id;
    mutate({ body: { upTo: newest.id } });
  }, [newest, mutate]);
}
