import type { State } from './places';

/** By this cookie a page knows how its reads are to be answered. */
export const COOKIE = 'view';

/**
 * Runs in every page before its own program: answers the page's reads as the state wants it, and counts what is still open.
 * In the page and not on the wire, because what a browser cannot fetch it writes down as an error, which here would be ours.
 */
export function answerReads(): void {
  const state = /(?:^|; )view=(\w+)/.exec(document.cookie)?.[1] as State | undefined;
  // The worker that keeps pages would answer in the house's place.
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  const real = window.fetch.bind(window);
  let open = 0;
  Object.assign(window, { openReads: () => open });
  // What the server read for the page would answer before we do.
  if (state === 'loading' || state === 'error' || state === 'empty')
    document.addEventListener('readystatechange', () => document.getElementById('kept')?.remove());

  const refused = () =>
    new Response(JSON.stringify({ title: 'INTERNAL', status: 500, code: 'INTERNAL', traceId: '0af7651916cd43dd' }), {
      status: 500,
      headers: { 'content-type': 'application/problem+json' },
    });
  const emptied = async (response: Response) => {
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
    const body = (await response.json()) as Record<string, unknown>;
    for (const name of ['data', 'groups', 'invalid', 'facets', 'lots']) if (Array.isArray(body[name])) body[name] = [];
    if ('nextCursor' in body) body['nextCursor'] = null;
    return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
  };
  window.fetch = async (...asked) => {
    const path = new URL(asked[0] instanceof Request ? asked[0].url : String(asked[0]), location.href).pathname;
    const isRead = (asked[1]?.method ?? 'GET') === 'GET' && path.startsWith('/api/');
    if (isRead && state === 'loading') return new Promise<Response>(() => undefined);
    if (isRead && state === 'error') return refused();
    open += 1;
    try {
      const response = await real(...asked);
      // Whoever belongs to no organisation has no pages of one.
      return isRead && state === 'empty' && path !== '/api/v1/me/organisations' ? await emptied(response) : response;
    } finally {
      open -= 1;
    }
  };
}

/** A page has come to rest: nothing is asked any more, nothing announced, and twice in a row it is the same. */
export function hasComeToRest(state: State): boolean {
  const held = window as unknown as { openReads?: () => number; lastLook?: string };
  // The page of components shows what waiting looks like.
  const waits = state === 'loading' || location.pathname === '/components';
  const busy = !waits && document.querySelector('[aria-busy="true"]') !== null;
  const root = document.querySelector('#root');
  // What the server drew is there before the program that brings it to life.
  const first = root?.querySelector('a, button') ?? root?.firstElementChild ?? {};
  const alive = root !== null && Object.keys(first).some((key) => key.startsWith('__reactFiber'));
  const here = alive && document.querySelector('main') !== null;
  const look = `${performance.getEntriesByType('resource').length} ${document.body.innerHTML.length}`;
  const same = held.lastLook === look;
  held.lastLook = look;
  return here && !busy && held.openReads?.() === 0 && same;
}
