import { routeKey, type Api } from '@xihuo/ui';
import type { QueryClient } from '@tanstack/react-query';
import { forgetRecent, recentFor } from '../frame/keys/recent';
import { deskOf, type Me } from './me';

const LOST = new Set(['SESSION_EXPIRED', 'NOT_SIGNED_IN', 'SECOND_FACTOR_REQUIRED']);

const ME = routeKey('GET /me', {});

/** Whoever is signed in may see and do all that the role lets them: no step of the way in is left. */
const isIn = (me: Me): boolean => !me.secondFactorPending && !me.secondFactorMissing;

/**
 * Whose desk stands: of whoever is in; of the last one while their session is over, or while they show their second factor again. Whoever
 * else is on the way in finds none, nor does whoever has to enrol a factor first.
 */
export function seatedNext(seated: Me | null, me: Me | undefined, gone: boolean): Me | null {
  if (!me || gone) return seated;
  if (isIn(me)) return me;
  return !me.secondFactorMissing && me.personId === seated?.personId ? seated : null;
}

/** What one person could see is not for the next: whoever signs in after another begins with nothing read or opened, at the first page. */
function forgetWithPerson(queries: QueryClient, toFirstPage: () => Promise<unknown>): void {
  const desk = (me: Me | undefined) => me && deskOf(me);
  let last = desk(queries.getQueryData<Me>(ME));
  queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== ME[0]) return;
    const now = desk(query.state.data as Me | undefined);
    if (now === undefined || now === last) return;
    const before = last;
    last = now;
    recentFor(now);
    if (before === undefined) return;
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] && queryKey[0] !== 'GET /instance' });
    // The page that is left may note itself once more on its way out.
    void toFirstPage().then(forgetRecent);
  });
}

/** Until somebody is in again after the session was lost; whether it is who was at work before. */
async function backAgain(queries: QueryClient): Promise<boolean> {
  const known = queries.getQueryData<Me>(ME);
  const before = known && deskOf(known);
  await queries.invalidateQueries({ queryKey: routeKey('GET /me') });
  if (before === undefined) return false;
  return new Promise((done) => {
    const cache = queries.getQueryCache();
    const look = (): boolean => {
      const now = queries.getQueryState<Me>(ME);
      if (now?.status !== 'success' || now.fetchStatus !== 'idle' || !now.data || !isIn(now.data)) return false;
      done(deskOf(now.data) === before);
      return true;
    };
    if (look()) return;
    const stop = cache.subscribe(({ query }) => {
      if (query.queryKey[0] === ME[0] && look()) stop();
    });
  });
}

/**
 * Wraps the client: where any call finds the session gone or not strong enough, the question who is signed in is asked
 * anew, and the shell asks for it over the page. What is only read waits until the same person is in again and is then read once
 * more, so that the page stays as it was; what would change something is refused, to be pressed again.
 */
export function watchSession(api: Api, queries: QueryClient, toFirstPage: () => Promise<unknown>): Api {
  forgetWithPerson(queries, toFirstPage);
  const call = api as (route: string, ...input: unknown[]) => Promise<unknown>;
  const watched = async (route: string, ...input: unknown[]) => {
    try {
      return await call(route, ...input);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (route === 'GET /me' || typeof code !== 'string' || !LOST.has(code)) throw error;
      const again = backAgain(queries);
      if (route.startsWith('GET ') && (await again)) return call(route, ...input);
      throw error;
    }
  };
  return watched as Api;
}
