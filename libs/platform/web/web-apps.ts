import fastifyStatic from '@fastify/static';
import { fail } from '@xihuo/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config';
import { headersOfPages, headersOfPaymentPage } from '../http/security-headers';
import { compressed } from './compressed';
import { pageRenderer } from './rendered';

/** What was built lies there; what merely ends like a file further down is a page about something whose name has a dot in it. */
const FILE = /^\/(?:(?:assets|\.vite)\/)?[^/]*\.[a-z0-9]+$/i;

/** What a page never answers: these prefixes belong to the machine side, and an unknown address there is a problem. */
const MACHINE = /^\/(api|health|metrics)(\/|$)/;

/** The storefront's page that holds the provider's form; the only one that may load what is not ours. */
const PAYMENT_PAGE = /^\/pay\/[^/]+$/;

/** Hands out the built web apps: the storefront at /, the console at /console. The first views of the shop come drawn. */
export async function serveWebApps(server: FastifyInstance, config: Config): Promise<void> {
  if (config.WEB_DIR === undefined) return;
  const folder = resolve(config.WEB_DIR);
  const pages = headersOfPages();
  const paymentPage = headersOfPaymentPage(config);
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    etag: true,
    preCompressed: true,
    // The build keeps its own notes in a folder that begins with a dot.
    dotfiles: 'ignore',
  });

  const shop = pageRenderer(server, folder, config.PUBLIC_ORIGIN);

  server.get('/*', { exposeHeadRoute: true }, async (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    if (MACHINE.test(path)) throw fail('NOT_FOUND');
    const inConsole = path === '/console' || path.startsWith('/console/');
    const app = inConsole ? 'console' : 'storefront';
    const rest = inConsole ? path.slice('/console'.length) : path;
    void reply.headers(PAYMENT_PAGE.test(path) ? paymentPage : pages);
    if (!FILE.test(rest)) {
      // Whatever page it is, the app in the browser knows its own addresses.
      const first = inConsole ? null : await shop.draw(request);
      if (first) {
        const { body, headers } = await compressed(first.html, request.headers['accept-encoding']?.toString());
        return reply
          .code(first.status)
          .headers({ 'cache-control': 'no-cache', vary: 'cookie, accept-encoding', ...headers })
          .type('text/html; charset=utf-8')
          .send(body);
      }
      const page = inConsole ? 'index.html' : documentOf(rest);
      if (!inConsole && (await shop.isLost(path))) void reply.code(404);
      return reply.header('cache-control', 'no-cache').sendFile(page, join(folder, app));
    }
    const hashed = rest.startsWith('/assets/');
    return reply
      .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(rest.slice(1), join(folder, app));
  });
}

/** The farm households' pages and the one behind the code on a pack are lighter documents than the shop. */
function documentOf(path: string): string {
  if (/^\/farmer\/?$/.test(path)) return 'farmer.html';
  return /^\/lots\/[^/]+\/?$/i.test(path) ? 'lot.html' : 'index.html';
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?')[0] ?? '/';
  // An address with a host in it, or one that a browser would take for that: nothing of ours is there.
  if (!/^\/(?![/\\])/.test(path)) throw fail('NOT_FOUND');
  try {
    return decodeURIComponent(path);
  } catch {
    throw fail('NOT_FOUND');
  }
}
