import type { FastifyInstance, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the shop's own build for servers exports (apps/storefront/serving/serving.tsx). */
interface Renderer {
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
const PATIENCE_MS = 3000;

/**
 * First views of the shop, drawn here: `null` where the browser does it, because the page is not of those, because too many are
 * being drawn, or because something went wrong; the shop works without.
 */
export function pageRenderer(server: FastifyInstance, folder: string, origin: string) {
  const program = join(folder, 'storefront-serving', 'serving.cjs');
  let ready: Promise<{ renderer: Renderer; built: Parameters<Renderer['render']>[1] }> | undefined;
  let underWay = 0;

  // At the first page and not at the start: whoever only asks the api does not pay for it.
  const load = async () => {
    const [index = '', lot = '', manifest = ''] = await Promise.all(
      ['index.html', 'lot.html', '.vite/manifest.json'].map((name) =>
        readFile(join(folder, 'storefront', name), 'utf8'),
      ),
    );
    const renderer = createRequire(__filename)(program) as Renderer;
    const templates = { 'index.html': index, 'lot.html': lot };
    return { renderer, built: { templates, manifest: JSON.parse(manifest) as object, origin } };
  };

  return async (request: FastifyRequest): Promise<Page | null> => {
    if (underWay >= AT_ONCE || !existsSync(program)) return null;
    underWay += 1;
    try {
      const { renderer, built } = await (ready ??= load());
      const { cookie = '' } = request.headers;
      const asked = { address: request.url, cookie, fetch: asking(server, request) };
      return await inTime(renderer.render(asked, built));
    } catch (error) {
      request.log.warn({ err: error }, 'a page was not drawn and is left to the browser');
      return null;
    } finally {
      underWay -= 1;
    }
  };
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not drawn within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `fetch` of the own routes, without a network in between: as a guest, at the address of whoever wants the page. */
function asking(server: FastifyInstance, { ip }: FastifyRequest): typeof fetch {
  return async (url, { headers } = {}) => {
    const answer = await server.inject({
      method: 'GET',
      url: String(url),
      headers: headers as Record<string, string>,
      remoteAddress: ip,
    });
    return new Response(answer.statusCode === 204 ? null : answer.payload, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    });
  };
}
