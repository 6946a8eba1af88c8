import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type Api } from '@xihuo/ui';
import {
  joined,
  keepChange,
  keepOrDrop,
  keptOf,
  noteCarried,
  ofDevice,
  type KeptList,
  type KeptView,
} from './kept-list';

const KEY = ['GET /me/lists', null, null];
const PLAIN = { hidden: [], order: [] };
const view = (name: string): KeptView => ({ name, search: '', look: PLAIN });
const kept = (version: number, ...views: KeptView[]): KeptList => ({ list: 'orders', version, look: PLAIN, views });

/** A house that keeps what it is sent and refuses an older version, beside which another device has kept something. */
function house(stands: KeptList) {
  let now = stands;
  const api = ((route: string, input: { version?: number; body?: Omit<KeptList, 'version'> }) => {
    if (route === 'GET /me/lists') return Promise.resolve({ data: [now] });
    if (input.version !== now.version) return Promise.reject(new ApiProblem(412, 'STALE_VERSION'));
    now = { ...input.body!, version: now.version + 1 };
    return Promise.resolve({ version: now.version });
  }) as unknown as Api;
  return { api, stands: () => now };
}

test('a change is made on top of what another device kept meanwhile', async () => {
  const queries = new QueryClient();
  queries.setQueryData(KEY, { data: [kept(2, view('mine'))] });
  const { api, stands } = house(kept(3, view('mine'), view('theirs')));
  await keepChange(api, queries, 'orders', (now) => ({ ...now, views: [...now.views, view('new')] }));
  expect(stands().views.map(({ name }) => name)).toEqual(['mine', 'theirs', 'new']);
  expect(keptOf(queries.getQueryData(KEY), 'orders')).toEqual(stands());
});

test('a list of which nothing is kept begins at version 1; what fails otherwise is told', async () => {
  const queries = new QueryClient();
  const first = house(kept(1));
  await keepChange(first.api, queries, 'orders', (now) => ({ ...now, views: [view('first')] }));
  expect(first.stands().version).toBe(2);
  const broken = (() => Promise.reject(new ApiProblem(503, 'UNAVAILABLE'))) as unknown as Api;
  await expect(keepChange(broken, queries, 'orders', (now) => now)).rejects.toMatchObject({ status: 503 });
});

test('a refused change is dropped: what the server has stands again, and the next change is built on that', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { api, stands } = house(kept(2, view('mine')));
  const add = (name: string) => (now: Pick<KeptList, 'look' | 'views'>) => ({
    ...now,
    views: [...now.views, view(name)],
  });
  const fussy = ((route: string, input: { body?: KeptList }) =>
    input.body?.views.some(({ name }) => name === 'too long')
      ? Promise.reject(new ApiProblem(422, 'VALIDATION'))
      : (api as (route: string, input: object) => Promise<unknown>)(route, input)) as unknown as Api;
  // Shown before it is sent.
  queries.setQueryData(KEY, { data: [kept(2, view('mine'), view('too long'))] });
  await expect(keepOrDrop(fussy, queries, 'orders', add('too long'))).rejects.toMatchObject({ code: 'VALIDATION' });
  expect(keptOf(queries.getQueryData(KEY), 'orders')).toEqual(stands());
  await keepOrDrop(fussy, queries, 'orders', add('next'));
  expect(stands().views.map(({ name }) => name)).toEqual(['mine', 'next']);
  // Nor does it stand where the server cannot say what it has.
  const broken = (() => Promise.reject(new ApiProblem(503, 'UNAVAILABLE'))) as unknown as Api;
  queries.setQueryData(KEY, { data: [kept(2, view('never kept'))] });
  await expect(keepOrDrop(broken, queries, 'orders', add('never kept'))).rejects.toMatchObject({ status: 503 });
  expect(queries.getQueryData(KEY)).toBeUndefined();
});

test('what a device kept goes to each who works there, once', () => {
  const slots = new Map([['xihuo.console.views.orders', JSON.stringify([view('late')])]]);
  const localStorage = {
    getItem: (slot: string) => slots.get(slot) ?? null,
    setItem: (slot: string, value: string) => slots.set(slot, value),
    removeItem: (slot: string) => slots.delete(slot),
  };
  Object.assign(globalThis, { localStorage });
  try {
    expect(ofDevice('orders', 'a')).toEqual({ views: [view('late')] });
    noteCarried('orders', 'a');
    expect(ofDevice('orders', 'a')).toBeUndefined();
    expect(ofDevice('orders', 'b')).toEqual({ views: [view('late')] });
    noteCarried('orders', 'b');
    expect([ofDevice('orders', 'a'), ofDevice('orders', 'b')]).toEqual([undefined, undefined]);
    expect(ofDevice('runs', 'a')).toBeUndefined();
  } finally {
    Reflect.deleteProperty(globalThis, 'localStorage');
  }
});

test('what a device kept by itself is added, and what stands for the person is not written over', () => {
  const device = { look: { hidden: ['county'], order: [] }, views: [view('late'), view('mine')] };
  expect(joined(kept(1), device)).toEqual(device);
  const own = { ...kept(2, view('late')), look: { hidden: [], order: ['due'] } };
  const both = joined(own, device);
  expect(both.look).toEqual(own.look);
  expect(both.views.map(({ name }) => name)).toEqual(['late', 'mine']);
});
