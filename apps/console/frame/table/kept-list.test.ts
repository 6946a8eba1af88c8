import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type Api } from '@xihuo/ui';
import { joined, keepChange, keptOf, type KeptList, type KeptView } from './kept-list';

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

test('what a device kept by itself is added, and what stands for the person is not written over', () => {
  const device = { look: { hidden: ['county'], order: [] }, views: [view('late'), view('mine')] };
  expect(joined(kept(1), device)).toEqual(device);
  const own = { ...kept(2, view('late')), look: { hidden: [], order: ['due'] } };
  const both = joined(own, device);
  expect(both.look).toEqual(own.look);
  expect(both.views.map(({ name }) => name)).toEqual(['late', 'mine']);
});
