import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useApiClient, useProblemText } from '@xihuo/ui';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { WaitingSheet } from '../../benefit/work/waiting-sheet';
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
  sheets: readonly WaitingSheet[];
  receipts: readonly Receipt[];
  lasting: boolean;
}

function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const device = await thisDevice();
      const [entries, sheets, receipts] = await Promise.all([device.all(), device.sheets.all(), device.receipts()]);
      if (!gone) setKept({ entries, sheets, receipts, lasting: device.lasting });
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

/** Sends what waits on this device: at once, whenever the network is back, and again after a while. */
export function useSending(waiting: number) {
  const api = useApiClient();
  const queries = useQueryClient();
  const { personId } = useMe();
  const problemText = useProblemText();
  const online = useOnline();
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
      queries.invalidateQueries({ queryKey: routeKey('GET /benefit/work') }),
    ]);
  }, [api, personId, queries]);

  useEffect(() => {
    if (online && waiting > 0) void send();
  }, [online, waiting, send]);
  useEffect(() => {
    if (round !== 'later' || waiting === 0) return undefined;
    const timer = setTimeout(() => void send(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [round, waiting, send]);
  return { online, round, send };
}

/** The deliveries that wait on this device, and their sending. */
export function useQueue() {
  const { personId } = useMe();
  const kept = useKept();
  const queue = kept && queueOf(kept.entries, personId);
  const sending = useSending(queue?.waiting.length ?? 0);
  const receipts = kept?.receipts.filter((receipt) => receipt.personId === personId) ?? [];
  return { queue, entries: kept?.entries ?? [], receipts, lasting: kept?.lasting ?? true, ...sending };
}

/** The sheets of work that wait on this device, and their sending. */
export function useSheetQueue() {
  const { personId } = useMe();
  const kept = useKept();
  const queue = kept && queueOf(kept.sheets, personId);
  return { queue, lasting: kept?.lasting ?? true, ...useSending(queue?.waiting.length ?? 0) };
}

export type Sending = ReturnType<typeof useSending>;
export type Queue = ReturnType<typeof useQueue>;
