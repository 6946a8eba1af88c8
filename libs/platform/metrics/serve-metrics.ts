import { fail } from '@xihuo/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Metrics } from './metrics';

/** /metrics is not public: with a token for its bearer, without one for this machine alone. To others it is not there. */
export function serveMetrics(server: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    done();
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw fail('NOT_FOUND');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });
}

/** Behind a proxy on the same machine everybody comes from loopback; such a request carries the proxy's mark. */
export function mayRead(request: Pick<FastifyRequest, 'headers' | 'ip'>, token: string | undefined): boolean {
  const { headers } = request;
  if (token !== undefined) return sameText(headers.authorization ?? '', `Bearer ${token}`);
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded'] ?? headers['via'] ?? headers['x-real-ip'];
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(request.ip);
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
