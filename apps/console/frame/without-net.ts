import { useApiClient } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import type { Me } from '../identity/me';

interface Asking {
  data: Me | undefined;
  error: { status: number } | null;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch: () => unknown;
}

/**
 * Where no server answers who is here: the clerk who took the scale's list along on this device, as long as their session would
 * have lasted. All they can do is write down what comes off the scale; who they are is settled when it is sent.
 */
export function useLastSeat({ data, error, fetchStatus, refetch }: Asking): Me | null {
  const lost = data === undefined && (error?.status === 0 || fetchStatus === 'paused');
  const [seat, setSeat] = useState<Me | null>(null);
  useEffect(() => {
    if (!lost) return undefined;
    void import('../trace/scale/device')
      .then(({ thisDevice }) => thisDevice())
      .then((device) => device.seat())
      .then((kept) => setSeat(kept && kept.me.expiresAt > new Date().toISOString() ? kept.me : null));
    const ask = () => void refetch();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [lost, refetch]);
  // Also while it is asked again, once the network is back: what is half written on the page must not go with it.
  const unknown = data === undefined && (error === null || error.status === 0);
  return unknown ? seat : null;
}

/** Once it is known who is at work, what waits on this device is looked after, out of the way of the page. */
export function useQueueAtStart(me: Me | undefined): void {
  const api = useApiClient();
  useEffect(() => {
    // Who looks on does nothing, and takes nobody's place at the scale.
    if (!me || me.secondFactorPending || me.viewing) return;
    void import('../trace/scale/at-start').then(({ startAtDesk }) => startAtDesk(api, me));
  }, [api, me]);
}

/** Pages that keep on this device what is entered: they say so themselves, and that nothing can be sent now would be untrue of them. */
export const keepsWithoutNet = (pathname: string): boolean => ['/trace/scale', '/benefit/work/new'].includes(pathname);
