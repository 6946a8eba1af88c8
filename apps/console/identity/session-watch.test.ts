import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem, type Api } from '@xihuo/ui';
import { watchSession } from './session-watch';

function watched(problem: Error) {
  const asked: unknown[] = [];
  const queries = {
    invalidateQueries: (filter: unknown) => Promise.resolve(void asked.push(filter)),
  } as unknown as QueryClient;
  return { api: watchSession((() => Promise.reject(problem)) as Api, queries), asked };
}

test.each(['SESSION_EXPIRED', 'NOT_SIGNED_IN', 'SECOND_FACTOR_REQUIRED'])('%s asks anew who is there', async (code) => {
  const { api, asked } = watched(new ApiProblem(401, code));
  await expect(api('GET /settlement/runs')).rejects.toMatchObject({ code });
  expect(asked).toEqual([{ queryKey: ['GET /me'] }]);
});

test('other failures, and the question itself, do not', async () => {
  const refused = watched(new ApiProblem(403, 'FORBIDDEN'));
  await expect(refused.api('GET /settlement/runs')).rejects.toThrow();
  const me = watched(new ApiProblem(401, 'SESSION_EXPIRED'));
  await expect(me.api('GET /me')).rejects.toThrow();
  expect([...refused.asked, ...me.asked]).toEqual([]);
});
