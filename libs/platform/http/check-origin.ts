import { fail } from '@xihuo/contract';
import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that a foreign page made a browser send (CSRF): browsers say where a request comes from by
 * Sec-Fetch-Site and Origin. A client that is no browser sends neither and holds no cookie it did not put there itself.
 */
export function checkOrigin(request: FastifyRequest, publicOrigin: string): void {
  if (READING.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw fail('CROSS_SITE_REQUEST');
  const origin = request.headers.origin;
  if (origin !== undefined && site === undefined && !sameHost(origin, request, publicOrigin))
    throw fail('CROSS_SITE_REQUEST');
}

/** The public origin, or the very host this request was sent to (a phone on the LAN, a test on another port). */
function sameHost(origin: string, request: FastifyRequest, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
