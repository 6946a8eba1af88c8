import { useSend, type Output } from '@xihuo/ui';
import { useEffect, useRef } from 'react';

/** What has been shown counts as read, up to the newest; the marks stay as long as the page is open. */
export function useReadMessages(rows: Output<'GET /me/notices'>['data'] | undefined): void {
  const newest = rows?.[0];
  const told = useRef<string | null>(null);
  const { mutate } = useSend('POST /me/notices/read');
  useEffect(() => {
    if (!newest || newest.readAt !== null || told.current === newest.id) return;
    told.current = newest.id;
    mutate({ body: { upTo: newest.id } });
  }, [newest, mutate]);
}
