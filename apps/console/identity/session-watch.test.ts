import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type Api } from '@xihuo/ui';
import { noteRecent, recentWays } from '../frame/keys/recent';
import type { Me } from './me';
import { seatedNext, watchSession } from './session-watch';

const ME = ['GET /me', null, null];
const somebody = (personId: string, more: Partial<Me> = {}) =>
  ({ personId, secondFactorPending: false, secondFactorMissing: false, ...more }) as Me;

/** A client that refuses its first call and answers those after it, for somebody at work whose session the house has forgotten. */
function lost(code: string, before: Me | null = somebody('a')) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const asked: string[] = [];
  const toFirstPage = jest.fn(() => Promise.resolve());
  const api = watchSession(
    ((route: string) => {
      asked.push(route);
      return asked.length === 1 ? Promise.reject(new ApiProblem(401, code)) : Promise.resolve('read');
    }) as unknown as Api,
    queries,
    toFirstPage,
  );
  if (before) queries.setQueryData(ME, before);
  // Asked anew, the house knows nobody.
  const invalidate = jest.spyOn(queries, 'invalidateQueries').mockImplementation(() => {
    queries.getQueryCache().find({ queryKey: ME })?.setState({ status: 'error', fetchStatus: 'idle' });
    return Promise.resolve();
  });
  return { api, queries, asked, invalidate, toFirstPage };
}

test.each(['SESSION_EXPIRED', 'NOT_SIGNED_IN', 'SECOND_FACTOR_REQUIRED'])(
  '%s asks anew who is there, and what changes something is refused',
  async (code) => {
    const { api, invalidate } = lost(code);
    await expect(api('DELETE /sessions/current')).rejects.toMatchObject({ code });
    expect(invalidate).toHaveBeenCalledWith({ queryKey: ['GET /me'] });
  },
);

test('what is read waits until the same person is in with every step, and is read once more', async () => {
  const { api, queries, asked } = lost('SESSION_EXPIRED');
  const read = api('GET /settlement/runs');
  await Promise.resolve();
  queries.setQueryData(ME, somebody('a', { secondFactorPending: true }));
  await new Promise(setImmediate);
  expect(asked).toHaveLength(1);
  queries.setQueryData(ME, somebody('a'));
  await expect(read).resolves.toBe('read');
});

test('for another person it is not read, and what the first one read is gone', async () => {
  const { api, queries, asked } = lost('SESSION_EXPIRED');
  queries.setQueryData(['GET /settlement/runs'], 'of the first');
  const read = api('GET /settlement/runs');
  await new Promise(setImmediate);
  queries.setQueryData(ME, somebody('b'));
  await expect(read).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  expect(asked).toHaveLength(1);
  expect(queries.getQueryData(['GET /settlement/runs'])).toBeUndefined();
});

test('another person finds neither what the first one opened nor the page they stood on', async () => {
  const slots = new Map<string, string>();
  const sessionStorage = {
    getItem: (slot: string) => slots.get(slot) ?? null,
    setItem: (slot: string, value: string) => slots.set(slot, value),
    removeItem: (slot: string) => slots.delete(slot),
  };
  Object.assign(globalThis, { sessionStorage });
  const opened = { to: '/ordering/orders/0197a000-0000-7000-8000-000000000001', word: 'of the first' };
  try {
    const { queries, toFirstPage } = lost('SESSION_EXPIRED');
    noteRecent(opened);
    queries.setQueryData(ME, somebody('a'));
    expect(recentWays()).toEqual([opened]);
    expect(toFirstPage).not.toHaveBeenCalled();
    queries.setQueryData(ME, somebody('b'));
    expect(recentWays()).toEqual([]);
    expect(toFirstPage).toHaveBeenCalledTimes(1);
    // The page of the first notes itself while it is left.
    noteRecent(opened);
    await new Promise(setImmediate);
    expect(recentWays()).toEqual([]);
    // Loaded anew in between, the tab is the second one's all the same, who may go where the address leads.
    noteRecent(opened);
    const anew = lost('SESSION_EXPIRED', null);
    anew.queries.setQueryData(ME, somebody('b'));
    expect(recentWays()).toEqual([opened]);
    lost('SESSION_EXPIRED', somebody('a'));
    expect(recentWays()).toEqual([]);
    expect(anew.toFirstPage).not.toHaveBeenCalled();
  } finally {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  }
});

test('where nobody was in, nothing waits; other failures, and the question itself, ask nobody', async () => {
  await expect(lost('NOT_SIGNED_IN', null).api('GET /settlement/runs')).rejects.toMatchObject({ status: 401 });
  const refused = lost('FORBIDDEN');
  await expect(refused.api('GET /settlement/runs')).rejects.toThrow();
  const me = lost('SESSION_EXPIRED');
  await expect(me.api('GET /me')).rejects.toThrow();
  expect(refused.invalidate).not.toHaveBeenCalled();
  expect(me.invalidate).not.toHaveBeenCalled();
});

test.each([
  ['nobody has come', undefined, null, false, null],
  ['somebody is in', somebody('a'), null, false, 'a'],
  ['their session is over', somebody('a'), 'a', true, 'a'],
  ['nobody is known any more', undefined, 'a', true, 'a'],
  ['they show their factor again', somebody('a', { secondFactorPending: true }), 'a', false, 'a'],
  ['another shows a factor', somebody('b', { secondFactorPending: true }), 'a', false, null],
  ['another is in', somebody('b'), 'a', false, 'b'],
  ['they have to enrol one first', somebody('a', { secondFactorMissing: true }), 'a', false, null],
] as const)('when %s the right desk stands', (_, me, seated, gone, wanted) => {
  expect(seatedNext(seated && somebody(seated), me, gone)?.personId ?? null).toBe(wanted);
});
