import 'reflect-metadata';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadConfig } from '../config/config';
import { openServices, type Services } from '../context/services';
import { command } from '../database/command';
import { newId } from '../database/database';
import { createLog } from '../log/log';
import { openApiDocument } from '../openapi/document';
import { createApi, type Api } from './api';

let clone: DatabaseClone;
let owner: Client;
let services: Services;
let api: Api;
const web = mkdtempSync(join(tmpdir(), 'xihuo-web-'));

beforeAll(async () => {
  for (const app of ['storefront', 'console']) {
    mkdirSync(join(web, app, 'assets'), { recursive: true });
    writeFileSync(join(web, app, 'index.html'), `<!doctype html><title>${app}</title>`);
    writeFileSync(join(web, app, 'assets', 'main-abc123.js'), '');
  }
  writeFileSync(join(web, 'secret.txt'), 'above the apps');
  clone = await cloneDatabase();
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query('update platform.instance set demo = true');
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: clone.url,
    STRIPE_SECRET_KEY: 'sk_test',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    MASTER_KEY: testMasterKey,
    WEB_DIR: web,
  });
  services = await openServices(config, createLog('silent', 'test'), [], 'test');
  const slugs = `select number::text as slug from generate_series(1, 10001) number`;
  api = await createApi(services, [{ name: 'things', pages: [{ name: 'things', prefix: '/things/', slugs }] }]);
});
afterAll(async () => {
  await api?.app.close();
  await services?.close();
  await owner?.end();
  await clone?.drop();
  rmSync(web, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => api.server.inject({ method: 'GET', url, headers });

test.each([
  ['/', 'storefront'],
  ['/products/luochuan-apple', 'storefront'],
  ['/console', 'console'],
  ['/console/settlement/runs', 'console'],
  ['/console/registry/settings/settlement.feeRate', 'console'],
  ['/standards/2026.1', 'storefront'],
  ['/consoles', 'storefront'],
])('%s is a page of the %s', async (url, app) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain(`<title>${app}</title>`);
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-cache',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
  expect(answer.headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
});

test('hashed assets are kept for ever, also those of the console', async () => {
  for (const url of ['/assets/main-abc123.js', '/console/assets/main-abc123.js']) {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
});

test.each([
  '/api/v1/nothing',
  '/api/elsewhere',
  '/health/else',
  '/assets/missing.js',
  '/metrics/x',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/%ff',
  '//elsewhere.example/p/x',
  '/.vite/manifest.json',
  `/api/v1/products/${'x'.repeat(300)}`,
])('%s is a problem, not a page', async (url) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({
    code: 'NOT_FOUND',
    status: 404,
    traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('problems speak the language asked for, with one code', async () => {
  const titles = await Promise.all(
    ['zh-CN', 'en-US,en', 'de, en;q=0.5'].map(async (language) =>
      (await get('/api/v1/x', { 'accept-language': language })).json(),
    ),
  );
  expect(titles.map(({ title, code }) => [title, code])).toEqual([
    ['未找到', 'NOT_FOUND'],
    ['Not found', 'NOT_FOUND'],
    ['Not found', 'NOT_FOUND'],
  ]);
});

test('the contract is handed out as it was written from the code', async () => {
  const answer = await get('/api/openapi.json');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test('pages for everybody are listed by ten thousand, each once, and an instance with invented data asks not to be listed', async () => {
  const index = await get('/sitemap.xml');
  expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
  expect(index.body.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>http://localhost:3000/sitemaps/things-1.xml</loc>',
    '<loc>http://localhost:3000/sitemaps/things-2.xml</loc>',
  ]);
  const listed = (await Promise.all([1, 2].map(async (list) => (await get(`/sitemaps/things-${list}.xml`)).body))).map(
    (body) => body.match(/<loc>[^<]*<\/loc>/g) ?? [],
  );
  expect(listed.map(({ length }) => length)).toEqual([10_000, 1]);
  expect(new Set(listed.flat()).size).toBe(10_001);
  for (const list of ['things-3.xml', 'things-0.xml', 'others-1.xml', 'things-1', '../secret.txt'])
    expect((await get(`/sitemaps/${list}`)).statusCode).toBe(404);
  expect((await get('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
});

test('the instance tells what it is', async () => {
  const answer = await get('/api/v1/instance');
  expect(answer.json()).toMatchObject({ demo: true, paymentProvider: 'sandbox' });
});

test('mail and SMS rest sealed, and are written once under one key', async () => {
  await command(services.database, { name: 'sms', actor: { kind: 'guest' }, requestId: newId() }, async (tx) => {
    await services.notices.sms(tx, { key: 'one', phone: '10012345678', text: 'your code is 123456' });
    await services.notices.sms(tx, { key: 'one', phone: '10012345678', text: 'told twice' });
  });
  const { rows } = await owner.query('select * from platform.outgoing_message');
  expect(rows).toHaveLength(1);
  expect(
    JSON.stringify(rows.map((row) => [row.recipient_sealed.toString('latin1'), row.content_sealed.toString('latin1')])),
  ).not.toMatch(/10012345678|123456/);
});

test('metrics are for this machine alone, and not for those a proxy lets through', async () => {
  expect((await get('/metrics')).body).toContain('xihuo_http_request_seconds');
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(404);
  const elsewhere = await api.server.inject({ method: 'GET', url: '/metrics', remoteAddress: '203.0.113.7' });
  expect(elsewhere.statusCode).toBe(404);
});

test.each([
  ['not JSON', '{"a":', 400, 'MALFORMED_JSON'],
  ['a key twice', '{"a":1,"a":2}', 400, 'MALFORMED_JSON'],
  ['ten megabytes', `"${'x'.repeat(10_000_000)}"`, 413, 'BODY_TOO_LARGE'],
])('a body that is %s is refused before anybody reads it', async (_, payload, status, code) => {
  const answer = await api.server.inject({
    method: 'POST',
    url: '/api/v1/test-body',
    headers: { 'content-type': 'application/json' },
    payload,
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code });
});

test('public checkpoints are open, entries are not; a foreign cursor is refused', async () => {
  expect((await get('/api/v1/audit/checkpoints')).json()).toEqual({ data: [], nextCursor: null });
  expect((await get('/api/v1/audit/entries')).json()).toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect((await get('/api/v1/audit/checkpoints?cursor=abc')).json()).toMatchObject({ code: 'INVALID_INPUT' });
});

test('a process that is closing says so', async () => {
  expect((await get('/health/ready')).json()).toEqual({ status: 'ok', checks: { database: true } });
  api.health.closing();
  const answer = await get('/health/ready');
  expect([answer.statusCode, answer.json().status]).toEqual([503, 'closing']);
  expect((await get('/health/live')).statusCode).toBe(200);
});
