import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { routeKey, useApiClient, type Api, type ApiProblem } from '@xihuo/ui';
import { useRef, useState } from 'react';
import type { Review } from './case';
import { isSavable, ticksOf, unsaved, withPast, type Tick, type Ticks } from './ticks';

type Own = Review['reviews'][number];

/** Windows that keep overtaking each other are left to the person before them. */
const MOST_MERGES = 3;

export interface Checklist {
  ticks: Ticks;
  /** Chosen and not yet with the server: on its way, or waiting for a word why. */
  waiting: Tick[];
  saving: boolean;
  savedAt: number | null;
  claimedUntil: string;
  problem: ApiProblem | null;
  /** Another window had saved meanwhile; its ticks are merged under these. */
  merged: boolean;
  choose: (tick: Tick) => void;
  /** Once the claim was taken anew: asks for what stands, and sends what was refused without it. */
  again: () => void;
  /** Sends what can be sent; asked for when a field is left. */
  save: () => void;
}

interface Now {
  version: number;
  typed: Ticks;
  kept: Ticks;
  busy: boolean;
}
type Sent = 'saved' | 'stale' | 'failed';

/** Until nothing is left to send, or sending fails. */
async function sendAll(now: Readonly<Now>, send: (items: Tick[]) => Promise<Sent>): Promise<void> {
  for (let stale = 0; stale < MOST_MERGES;) {
    const items = unsaved({ ...now.kept, ...now.typed }, now.kept).filter(isSavable);
    const answer = items.length === 0 ? 'failed' : await send(items);
    if (answer === 'failed') return;
    if (answer === 'stale') stale += 1;
  }
}

/** The case as it stands now, for whatever shows it. */
async function readAnew(api: Api, queries: QueryClient, applicationId: string): Promise<Review> {
  const route = 'GET /admission/applications/{id}/review' as const;
  const input = { params: { id: applicationId } };
  const review = await api(route, input);
  queries.setQueryData(routeKey(route, input), review);
  return review;
}

/**
 * The own ticks: each is sent when it is made, one request after the other, since each answer brings the version the next one names.
 * Where another window was quicker, its ticks are fetched and what was chosen here is laid over them: nothing typed is lost.
 */
export function useChecklist(applicationId: string, own: Own): Checklist {
  const api = useApiClient();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Ticks>({});
  const [kept, setKept] = useState<Ticks>(() => ticksOf(own.items));
  const [state, setState] = useState({ saving: false, savedAt: null as number | null, merged: false });
  const [claimedUntil, setClaimedUntil] = useState(own.claimedUntil);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  // What the next request is made of: a request that was begun before sees what was chosen since.
  const now = useRef<Now>({ version: own.version, typed, kept, busy: false });

  const keep = (ticks: Ticks) => {
    now.current.kept = ticks;
    setKept(ticks);
  };

  const fetchLatest = async (overtaken: boolean) => {
    const mine = (await readAnew(api, queries, applicationId)).reviews.find(({ id }) => id === own.id);
    if (!mine) return;
    now.current.version = mine.version;
    setProblem(null);
    setClaimedUntil(mine.claimedUntil);
    keep(ticksOf(mine.items));
    if (overtaken) setState((before) => ({ ...before, merged: true }));
  };

  const send = async (items: Tick[]): Promise<Sent> => {
    try {
      const answer = await api('PUT /admission/applications/{id}/checklist', {
        params: { id: applicationId },
        version: now.current.version,
        body: { items },
      });
      now.current.version = answer.version;
      setClaimedUntil(answer.claimedUntil);
      keep({ ...now.current.kept, ...ticksOf(items) });
      setState((before) => ({ ...before, savedAt: Date.now() }));
      setProblem(null);
      return 'saved';
    } catch (error) {
      if ((error as ApiProblem).code === 'STALE_VERSION') {
        await fetchLatest(true).catch(() => undefined);
        return 'stale';
      }
      setProblem(error as ApiProblem);
      return 'failed';
    }
  };

  const save = async () => {
    if (now.current.busy) return;
    now.current.busy = true;
    setState((before) => ({ ...before, saving: true }));
    await sendAll(now.current, send);
    now.current.busy = false;
    setState((before) => ({ ...before, saving: false }));
  };

  const ticks = { ...kept, ...typed };
  return {
    ...{ ticks, ...state, claimedUntil, problem, waiting: unsaved(ticks, kept) },
    choose: (tick) => {
      now.current.typed = { ...now.current.typed, [tick.criterion]: tick };
      setTyped(now.current.typed);
    },
    again: () => void fetchLatest(false).then(save, () => undefined),
    save: () => void save(),
  };
}

/** The checklist with the way to put back what stood before the last other choice; null where there is none. */
export function useTakenBack(list: Checklist): Checklist & { takeBack: (() => void) | null } {
  const [past, setPast] = useState<readonly Tick[]>([]);
  const last = past.at(-1);
  const takeBack = (tick: Tick) => {
    setPast(past.slice(0, -1));
    list.choose(tick);
    list.save();
  };
  return {
    ...list,
    choose: (tick) => {
      setPast(withPast(past, list.ticks[tick.criterion], tick));
      list.choose(tick);
    },
    takeBack: last ? () => takeBack(last) : null,
  };
}
