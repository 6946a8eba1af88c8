import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
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
import { serveSitemap } from '../web/sitemap';
import { serveWebApps } from '../web/web-apps';
import { boundRoutes } from './bound-routes';
import { parseJson } from './json-body';
import { ProblemFilter, writeProblem } from './problem-filter';
import { CALLER_RESOLVER, type CallerResolver } from './request';
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
    // Forwarded addresses are claims of whoever sends them: only a named proxy's are believed.
    trustProxy: config.TRUSTED_PROXIES === '' ? false : config.TRUSTED_PROXIES,
    bodyLimit: BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    skipMiddie: true,
    // An address that cannot be decoded, or a part of it that is too long: nothing is there.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      writeProblem(fail('NOT_FOUND'), request, reply),
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const headers = headersOfAll(config, instance.demo);
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    request.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
  server.addHook('preSerialization', tagVersion);
  acceptJson(server);
  acceptFiles(server);
  const health = serveHealth(server, [{ name: 'database', check: () => database.pool.query('select 1') }]);
  serveMetrics(server, metrics, config.METRICS_TOKEN);
  serveOpenApi(server);
  if (config.WEB_DIR !== undefined) {
    const pages = parts.flatMap((part) => part.pages ?? []);
    serveSitemap(server, { database, config, instance }, pages);
    await serveWebApps(server, config);
  }

  const app = await NestFactory.create<NestFastifyApplication>(House.ofApi(services, parts), adapter, {
    bodyParser: false,
    logger: nestLog(log),
    abortOnError: false,
  });
  boundRoutes(app);
  app.setGlobalPrefix('api/v1');
  app.useGlobalFilters(new ProblemFilter(app.get<CallerResolver>(CALLER_RESOLVER)));
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
      // Decoding would put question marks for what is not UTF-8, and nobody would know.
      if (!isUtf8(bytes)) throw fail('MALFORMED_JSON', { detail: 'the body is not UTF-8' });
      done(null, bytes.length === 0 ? undefined : parseJson(bytes.toString('utf8')));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Written from the contract by `npm run contract` and held to it by the checks: making it anew took each start two seconds. */
const OPENAPI = join(__dirname, '../../contract/openapi.json');

/** The contract as others read it. */
function serveOpenApi(server: FastifyInstance): void {
  server.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(createReadStream(OPENAPI)),
  );
}
