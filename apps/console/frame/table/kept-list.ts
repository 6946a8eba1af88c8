import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  routeKey,
  toast,
  useApi,
  useApiClient,
  useProblemText,
  type Api,
  type ApiProblem,
  type Output,
} from '@xihuo/ui';
import { useCallback, useEffect, useReducer } from 'react';
import { useMe } from '../../identity/me';

const READ = 'GET /me/lists';
const KEY = routeKey(READ, {});

type Lists = Output<typeof READ>;

/** A list as somebody wants it, wherever they sign in. */
export type KeptList = Lists['data'][number];

/** A list as somebody wants to find it again: what the address asked for, and how the table looked. */
export type KeptView = KeptList['views'][number];

type Wish = Pick<KeptList, 'look' | 'views'>;

/** What somebody changes, told of what stands then; made twice it is as made once, since it is shown before it is kept. */
export type ListChange = (now: Wish) => Wish;

const PLAIN: Wish = { look: { hidden: [], order: [] }, views: [] };
const VIEWS_SLOT = (id: string) => `xihuo.console.views.${id}`;
const LOOK_SLOT = (id: string) => `xihuo.console.list.${id}`;
const CARRIED_SLOT = (id: string) => `xihuo.console.carried.${id}`;

export function keptOf(lists: Lists | undefined, id: string): KeptList {
  return lists?.data.find(({ list }) => list === id) ?? { list: id, version: 1, ...PLAIN };
}

const withList = (lists: Lists | undefined, kept: KeptList): Lists => ({
  data: [...(lists?.data ?? []).filter(({ list }) => list !== kept.list), kept],
});

/** What a device kept by itself, joined to what is kept for the person: no view is lost, and what stands for the person goes first. */
export function joined(kept: KeptList, device: Partial<Wish>): Wish {
  const names = new Set(kept.views.map(({ name }) => name));
  const more = (device.views ?? []).filter(({ name }) => !names.has(name));
  const isPlain = kept.look.hidden.length === 0 && kept.look.order.length === 0;
  return { look: isPlain && device.look ? device.look : kept.look, views: [...kept.views, ...more].slice(0, 20) };
}

/** One after the other: each says which version it has seen. */
let last: Promise<unknown> = Promise.resolve();

/** What is shown already and not sent yet. */
const waiting = new Set<{ id: string; wish: ListChange }>();

const withWaiting = (kept: KeptList): KeptList =>
  [...waiting].filter(({ id }) => id === kept.list).reduce((now, { wish }) => ({ ...now, ...wish(now) }), kept);

/** Nothing is built on what was refused: what the server has stands again, or nothing is taken as known. */
async function takeBack(api: Api, queries: QueryClient): Promise<void> {
  await queries
    .fetchQuery({ queryKey: KEY, queryFn: () => api(READ, {}), staleTime: 0 })
    .catch(() => queries.resetQueries({ queryKey: KEY }));
}

/** Sends a change; where another device was faster, once more on top of what stands now. */
export async function keepChange(api: Api, queries: QueryClient, id: string, change: ListChange): Promise<void> {
  const put = async (now: KeptList) => {
    const next = { ...now, ...change(now) };
    const { look, views } = next;
    const { version } = await api('PUT /me/lists', { version: now.version, body: { list: id, look, views } });
    queries.setQueryData<Lists>(KEY, (lists) => withList(lists, withWaiting({ ...next, version })));
  };
  try {
    await put(keptOf(queries.getQueryData<Lists>(KEY), id));
  } catch (error) {
    if ((error as ApiProblem).code !== 'STALE_VERSION') throw error;
    // What is shown stays meanwhile: a box that was ticked does not come off and on again.
    await put(keptOf(await api(READ, {}), id));
  }
}

/** Sends a change and, where that fails for good, drops it. */
export async function keepOrDrop(api: Api, queries: QueryClient, id: string, change: ListChange): Promise<void> {
  try {
    await keepChange(api, queries, id, change);
  } catch (error) {
    await takeBack(api, queries);
    throw error;
  }
}

/** Who has taken along what this device kept of a list. */
function carriedBy(id: string): string[] {
  return JSON.parse(localStorage.getItem(CARRIED_SLOT(id)) ?? '[]') as string[];
}

/**
 * What this device kept while only devices did, for whoever has not taken it along; undefined where it kept nothing. It was of all
 * who worked here and says not whose, so each finds it once.
 */
export function ofDevice(id: string, personId: string): Partial<Wish> | undefined {
  try {
    if (carriedBy(id).includes(personId)) return undefined;
    const [look, views] = [LOOK_SLOT(id), VIEWS_SLOT(id)].map((slot) => localStorage.getItem(slot));
    if (!look && !views) return undefined;
    return {
      ...(look ? { look: JSON.parse(look) as KeptList['look'] } : {}),
      ...(views ? { views: JSON.parse(views) as KeptView[] } : {}),
    };
  } catch {
    return undefined;
  }
}

/** This one has it now; the others who work here still find it. */
export function noteCarried(id: string, personId: string): void {
  localStorage.setItem(CARRIED_SLOT(id), JSON.stringify([...carriedBy(id), personId]));
}

const carried = new Set<string>();

/** How the reader wants a list, and the way to change that: shown at once, kept for every device a moment later. */
export function useKeptList(id: string) {
  const api = useApiClient();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { personId, viewing } = useMe();
  const query = useApi(READ, {}, { staleTime: Infinity });
  const [, drawNow] = useReducer((times: number) => times + 1, 0);
  const kept = keptOf(query.data, id);
  const change = useCallback(
    (wish: ListChange) => {
      const shown = keptOf(queries.getQueryData<Lists>(KEY), id);
      queries.setQueryData<Lists>(KEY, (lists) => withList(lists, { ...shown, ...wish(shown) }));
      // The cache tells of it a moment later, and until then a box that was ticked would stand as it was.
      drawNow();
      const one = { id, wish };
      waiting.add(one);
      const sent = last.then(() => {
        waiting.delete(one);
        return keepOrDrop(api, queries, id, wish);
      });
      last = sent.catch((problem: unknown) => toast(problemText(problem), 'bad'));
      return sent;
    },
    [api, id, problemText, queries],
  );
  const isRead = query.data !== undefined;
  useEffect(() => {
    const device = isRead && !viewing && !carried.has(`${personId} ${id}`) ? ofDevice(id, personId) : undefined;
    if (!device) return;
    carried.add(`${personId} ${id}`);
    void change((now) => joined({ ...now, list: id, version: 1 }, device)).then(
      () => noteCarried(id, personId),
      () => undefined,
    );
  }, [change, id, isRead, personId, viewing]);
  // Where it cannot be read a list looks as it does by itself.
  return { look: kept.look, views: kept.views, ready: !query.isPending || query.fetchStatus === 'paused', change };
}
