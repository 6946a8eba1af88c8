import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { routes, type RouteDefinition } from '@xihuo/contract';
import { boundRoutes, createApi, createLog, loadConfig, openServices, type Api, type Services } from '@xihuo/platform';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { contexts } from './contexts';

let clone: DatabaseClone;
let services: Services;
let api: Api;

beforeAll(async () => {
  clone = await cloneDatabase();
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: clone.url,
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    MASTER_KEY: testMasterKey,
  });
  services = await openServices(config, createLog('silent', 'test'), contexts, 'test');
  api = await createApi(services, contexts);
});
afterAll(async () => {
  await api?.app.close();
  await services?.close();
  await clone?.drop();
});

test('every route of the contract has exactly one handler', () => {
  expect([...boundRoutes(api.app).keys()].sort()).toEqual(Object.keys(routes).sort());
});

test('a handler that is bound to no route does not start', async () => {
  @Controller()
  class Open {
    @Get('open')
    door(): string {
      return 'nobody asked who you are';
    }
  }
  await expect(createApi(services, [{ name: 'open', controllers: [Open] }])).rejects.toThrow(
    /Open.door is bound to no route/,
  );
});

const closed = (Object.entries(routes) as [string, RouteDefinition][]).filter(
  ([, route]) =>
    route.access.kind === 'roles' || route.access.kind === 'session' || route.access.kind === 'orderAccess',
);

test.each(closed)('%s answers nobody who is not signed in', async (key) => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', string];
  const answer = await api.server.inject({
    method,
    url: `/api/v1${path.replace(/\{\w+\}/g, '01a20ac8-9028-7e96-9c1e-db2cbb4e55a4')}`,
    headers: { 'idempotency-key': 'k' },
    ...(method === 'GET' ? {} : { payload: {} }),
  });
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'NOT_SIGNED_IN']);
  expect(answer.headers['cache-control']).toBe('no-store');
});

const writing = (Object.keys(routes) as (keyof typeof routes)[]).filter(
  (key) => !key.startsWith('GET ') && (routes[key] as RouteDefinition).access.kind !== 'signed',
);

test.each(writing)('%s refuses what a foreign page made a browser send', async (key) => {
  const [method, path] = key.split(' ') as ['POST', string];
  const url = `/api/v1${path.replace(/\{\w+\}/g, '01a20ac8-9028-7e96-9c1e-db2cbb4e55a4')}`;
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ]) {
    const answer = await api.server.inject({ method, url, headers, payload: {} });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'CROSS_SITE_REQUEST']);
  }
});
