import type { FastifyInstance } from 'fastify';

/** One thing a process needs in order to work; throws or takes too long when it is not there. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<unknown>;
}

export interface Health {
  /** From now on the process answers that it is not ready, so that nobody sends it new work. */
  closing(): void;
}

const PATIENCE_MS = 2_000;

/** /health/live: the process runs. /health/ready: it can also do its work. */
export function serveHealth(server: FastifyInstance, checks: readonly ReadinessCheck[]): Health {
  let closing = false;
  server.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const results = await Promise.all(checks.map(resultOf));
    const ready = !closing && results.every((result) => result.ok);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ok' : closing ? 'closing' : 'notReady',
        checks: Object.fromEntries(results.map(({ name, ok }) => [name, ok])),
      });
  });
  return {
    closing() {
      closing = true;
    },
  };
}

async function resultOf({ name, check }: ReadinessCheck): Promise<{ name: string; ok: boolean }> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), tooLate]);
    return { name, ok: true };
  } catch {
    return { name, ok: false };
  } finally {
    clearTimeout(timer);
  }
}
