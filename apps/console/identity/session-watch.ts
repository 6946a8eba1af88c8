import { routeKey, type Api } from '@xihuo/ui';
import type { QueryClient } from '@tanstack/react-query';

const LOST = new Set(['SESSION_EXPIRED', 'NOT_SIGNED_IN', 'SECOND_FACTOR_REQUIRED']);

/**
 * Wraps the client: where any call finds the session gone or not strong enough, the question who is signed in is asked
 * anew, and the shell shows what is missing in place of the page. The address stays, so that one goes on where one was.
 */
export function watchSession(api: Api, queries: QueryClient): Api {
  const watched = async (route: string, ...input: unknown[]) => {
    try {
      return await (api as (route: string, ...input: unknown[]) => Promise<unknown>)(route, ...input);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (route !== 'GET /me' && typeof code === 'string' && LOST.has(code)) {
        void queries.invalidateQueries({ queryKey: routeKey('GET /me') });
      }
      throw error;
    }
  };
  return watched as Api;
}
