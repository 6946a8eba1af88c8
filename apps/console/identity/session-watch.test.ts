import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type Api } from '@xihuo/ui';
import type { Me } from './me';
import { watchSession } from './session-watch';

const ME = ['GET /me', null, null];
const somebody = (personId: string, more: Partial<Me> = {}) =>
  ({ personId, secondFactorPending: false, secondFactorMissing: false, ...more }) as Me;

/** A client that refuses its first call and answers those after it, for somebody at work whose session the house has forgotten. */
function lost(code: string, before: Me | null = somebody('a')) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const asked: string[] = [];
  const api = watchSession(
    ((route: string) => {
      asked.push(route);
      return asked.length === 1 ? Promise.reject(new ApiProblem(401, code)) : Promise.resolve('read');
    }) as unknown as Api,
    queries,
  );
  if (before) queries.setQueryData(ME, before);
  // Asked anew, the house knows nobody.
  const invalidate = jest.spyOn(queries, 'invalidateQueries').mockImplementation(() => {
    queries.getQueryCache().find({ queryKey: ME })?.setState({ status: 'error', fetchStatus: 'idle' });
    return Promise.resolve();
  });
  return { api, queries, asked, invalidate };
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

test('where nobody was in, nothing waits; other failures, and the question itself, ask nobody', async () => {
  await expect(lost('NOT_SIGNED_IN', null).api('GET /settlement/runs')).rejects.toMatchObject({ status: 401 });
  const refused = lost('FORBIDDEN');
  await expect(refused.api('GET /settlement/runs')).rejects.toThrow();
  const me = lost('SESSION_EXPIRED');
  await expect(me.api('GET /me')).rejects.toThrow();
  expect(refused.invalidate).not.toHaveBeenCalled();
  expect(me.invalidate).not.toHaveBeenCalled();
});
