import type { FastifyInstance, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scriptsAfterPaint } from './after-paint';

/** What the shop's own build for servers exports (apps/storefront/serving/serving.tsx). */
interface Renderer {
  isLost(pathname: string): boolean;
  render(
    asked: { address: string; cookie: string; fetch: typeof fetch },
    built: { templates: Record<string, string>; manifest: object; origin: string },
  ): Promise<{ status: number; html: string } | null>;
}

export interface Page {
  status: number;
  html: string;
}

/** More pages at once than this are sent for the browser to draw: a rush must not cost the api its breath. */
const AT_ONCE = 8;
/** Nor may one address have more drawn than people look at: counted here, since a look at the database would cost what it is to spare. */
const A_MINUTE = 120;
const PATIENCE_MS = 3000;
/** Nor may all addresses together: half a second of each second at most, of a process that takes payments. */
const A_SECOND = 20;
/** The shop's entries: its own, the one behind the code on a pack, the farm households'. */
const DOCUMENTS = ['index.html', 'lot.html', 'farmer.html'];
/** What was just drawn is shown to those who come with them: all see the page of a guest. */
const FRESH_MS = 3000;
const MOST_KEPT = 64;

/**
 * First views of the shop, drawn here: `null` where the browser does it, because the page is not of those, because too many are
 * being drawn, or because something went wrong; the shop works without.
 */
export function pageRenderer(server: FastifyInstance, folder: string, origin: string, aSecond = A_SECOND) {
  const { built, loaded, isLost } = shopIn(folder, origin);
  const kept = new Map<string, Promise<Page | null>>();
  const mayDraw = each(60_000, A_MINUTE);
  const mayAll = each(1000, aSecond);
  let underWay = 0;

  // Its place is given back when the work is over, not when patience is: what was given up still costs.
  const draw = async (request: FastifyRequest, cookie: string): Promise<Page | null> => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new Error(`not drawn within ${PATIENCE_MS} ms`)), PATIENCE_MS);
    const work = loaded()
      .then((it) =>
        it.renderer.render({ address: request.url, cookie, fetch: asking(server, request, late.signal) }, it.built),
      )
      .finally(() => {
        clearTimeout(timer);
        underWay -= 1;
      });
    try {
      return await Promise.race([work, failing(late.signal)]);
    } catch (error) {
      work.catch(() => undefined);
      request.log.warn({ err: error }, 'a page was not drawn and is left to the browser');
      return null;
    }
  };

  const drawOnce = async (request: FastifyRequest): Promise<Page | null> => {
    if (!built || !/^(GET|HEAD)$/.test(request.method)) return null;
    const cookie = chosenIn(request.headers.cookie);
    const [pathname = '', query = ''] = request.url.split(/(?=\?)/);
    // What leads nowhere looks alike wherever it was sought.
    const key = `${cookie} ${(await isLost(pathname)) ? query : request.url}`;
    const known = kept.get(key);
    if (known) return known;
    if (underWay >= AT_ONCE || !mayDraw(request.ip) || !mayAll('')) return null;
    underWay += 1;
    const page = draw(request, cookie);
    kept.set(key, page);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    const forget = () => kept.get(key) === page && kept.delete(key);
    // What the browser draws by itself is no page to keep.
    void page.then((drawn) => (drawn ? setTimeout(forget, FRESH_MS).unref() : forget()));
    return page;
  };
  return { draw: drawOnce, isLost };
}

/** The shop's build for servers in a folder of builds. */
function shopIn(folder: string, origin: string) {
  const program = join(folder, 'storefront-serving', 'serving.cjs');
  const built = existsSync(program);
  let ready: ReturnType<typeof load> | undefined;

  // At the first page and not at the start: whoever only asks the api does not pay for it.
  const load = async () => {
    const text = (name: string) => readFile(join(folder, 'storefront', name), 'utf8');
    const templates = await Promise.all(
      DOCUMENTS.map(async (name) => [name, await atFirstSight(await text(name), text)] as const),
    );
    const manifest = JSON.parse(await text('.vite/manifest.json')) as object;
    const renderer = createRequire(__filename)(program) as Renderer;
    return { renderer, built: { templates: Object.fromEntries(templates), manifest, origin } };
  };
  const loaded = () =>
    (ready ??= load().catch((error: unknown) => {
      ready = undefined;
      throw error;
    }));

  /** Whether an address leads nowhere: said with or without a drawn page. */
  const isLost = (pathname: string): Promise<boolean> =>
    built
      ? loaded().then(
          ({ renderer }) => renderer.isLost(pathname),
          () => false,
        )
      : Promise.resolve(false);
  return { built, loaded, isLost };
}

/**
 * A document that can be read before anything else has come: its styles stand in it, and its scripts come when it is painted.
 * The sheet's link remains, without being asked for, so that parts loaded later know their styles are there.
 */
async function atFirstSight(template: string, text: (name: string) => Promise<string>): Promise<string> {
  let html = scriptsAfterPaint(template);
  for (const [link, name] of template.matchAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g)) {
    const sheet = await text(name!);
    html = html.replace(link, () => `<style>${sheet}</style>${link.replace('<link', '<link disabled')}`);
  }
  return html;
}

/** What of the cookies a page is drawn by: choices of how it looks. Who it is for takes no part. */
function chosenIn(cookies = ''): string {
  return cookies
    .split(/;\s*/)
    .filter((cookie) => /^(lang|elder|business)=[\w-]{1,10}$/.test(cookie))
    .sort()
    .join('; ');
}

/** Whether somebody may once more within this span. */
function each(spanMs: number, most: number): (who: string) => boolean {
  let counts = new Map<string, number>();
  let span = 0;
  return (who) => {
    const now = Math.floor(performance.now() / spanMs);
    if (now !== span) [span, counts] = [now, new Map()];
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count <= most;
  };
}

const failing = (signal: AbortSignal): Promise<never> =>
  new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true }));

/** `fetch` of the own routes, without a network in between: as a guest, at the address of whoever wants the page. */
function asking(server: FastifyInstance, { ip }: FastifyRequest, late: AbortSignal): typeof fetch {
  return async (url, { headers } = {}) => {
    late.throwIfAborted();
    const asked = {
      method: 'GET',
      url: String(url),
      headers: headers as Record<string, string>,
      remoteAddress: ip,
    } as const;
    const answer = await Promise.race([server.inject(asked), failing(late)]);
    return new Response(answer.statusCode === 204 ? null : answer.payload, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    });
  };
}
