import { fail } from '@xihuo/contract';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { House } from '../context/house';
import type { ContextParts } from '../context/parts';
import type { Services } from '../context/services';
import { newId } from '../database/database';
import { serveHealth, type Health } from '../health/health';
import { nestLog } from '../log/log';
import { serveMetrics } from '../metrics/serve-metrics';
import { serveCatcher } from '../notices/catcher';
import { serveWebApps } from '../web/web-apps';
import { parseJson } from './json-body';
import { ProblemFilter, writeProblem } from './problem-filter';
import { acceptFiles } from './upload';
import { tagVersion } from './version';
import { headersOfAll } from './security-headers';

export interface Api {
  readonly app: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly health: Health;
}

const BODY_LIMIT = 1024 * 1024;

/** The http server with every route of the contexts; not listening yet. */
export async function createApi(services: Services, parts: readonly ContextParts[]): Promise<Api> {
  const { config, log, database, instance, metrics } = services;
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    // Our own id, never the client's: it goes into logs and answers.
    genReqId: () => newId(),
    // Forwarded addresses are claims of whoever sends them.
    trustProxy: false,
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    skipMiddie: true,
    // An address that cannot be decoded, or a part of it that is too long: nothing is there.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => writeProblem(fail('NOT_FOUND'), request, reply),
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const headers = headersOfAll(config, instance.demo);
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  server.addHook('preSerialization', tagVersion);
  acceptJson(server);
  acceptFiles(server);
  const health = serveHealth(server, [{ name: 'database', check: () => database.pool.query('select 1') }]);
  serveMetrics(server, metrics, config.METRICS_TOKEN);
  if (instance.demo) serveCatcher(server, database, services.vault);
  await serveWebApps(server, config);

  const app = await NestFactory.create<NestFastifyApplication>(House.ofApi(services, parts), adapter, {
    bodyParser: false,
    logger: nestLog(log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await server.ready();
  return { app, server, health };
}

/** JSON and nothing else; the bytes stay beside the value, since a webhook's signature is over them. */
function acceptJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const bytes = body as Buffer;
      (request as { rawBody?: Buffer }).rawBody = bytes;
      done(null, bytes.length === 0 ? undefined : parseJson(bytes.toString('utf8')));
    } catch (error) {
      done(error as Error);
    }
  });
}
