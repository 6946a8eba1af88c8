import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useApiClient, useProblemText } from '@xihuo/ui';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../identity/me';
import { onDeviceChange, thisDevice, type Receipt } from './device';
import { queueOf, type Entry } from './entry';
import { sendQueue } from './queue-runner';
import type { Round } from './send';

/** A server that is down, a phone in a dead spot that does not know it: asked again after this. */
const AGAIN_MS = 20_000;

function subscribeNet(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribeNet, () => navigator.onLine);
}

interface Kept {
  entries: readonly Entry[];
  receipts: readonly Receipt[];
  lasting: boolean;
}

function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const device = await thisDevice();
      const [entries, receipts] = await Promise.all([device.all(), device.receipts()]);
      if (!gone) setKept({ entries, receipts, lasting: device.lasting });
    };
    void read();
    const stop = onDeviceChange(() => void read());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return kept;
}

/** What waits on this device, and its sending: at once, whenever the network is back, and again after a while. */
export function useQueue() {
  const api = useApiClient();
  const queries = useQueryClient();
  const { personId } = useMe();
  const problemText = useProblemText();
  const online = useOnline();
  const kept = useKept();
  const [round, setRound] = useState<Round>('done');
  // The wording changes with the language; what is sent does not.
  const say = useRef(problemText);
  useEffect(() => {
    say.current = problemText;
  });

  const send = useCallback(async () => {
    const ended = await sendQueue(api, personId, (problem) => say.current(problem));
    setRound(ended);
    await Promise.all([
      queries.invalidateQueries({ queryKey: routeKey('GET /supplier/deliveries') }),
      queries.invalidateQueries({ queryKey: routeKey('GET /supplier/delivery-sums') }),
      // A lot that was opened on the way is one to choose from now.
      queries.invalidateQueries({ queryKey: routeKey('GET /supplier/scale') }),
    ]);
  }, [api, personId, queries]);

  const queue = kept && queueOf(kept.entries, personId);
  const waiting = queue?.waiting.length ?? 0;
  useEffect(() => {
    if (online && waiting > 0) void send();
  }, [online, waiting, send]);
  useEffect(() => {
    if (round !== 'later' || waiting === 0) return undefined;
    const timer = setTimeout(() => void send(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [round, waiting, send]);

  const receipts = kept?.receipts.filter((receipt) => receipt.personId === personId) ?? [];
  return { queue, entries: kept?.entries ?? [], receipts, lasting: kept?.lasting ?? true, online, round, send };
}

export type Queue = ReturnType<typeof useQueue>;
