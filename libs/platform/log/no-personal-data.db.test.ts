import 'reflect-metadata';
import { Controller, Inject } from '@nestjs/common';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { loadConfig } from '../config/config';
import { openServices, type Services } from '../context/services';
import { DATABASE } from '../context/tokens';
import type { Database } from '../database/database';
import { createApi, type Api } from '../http/api';
import { Handles } from '../http/handles';
import { createLog } from './log';

/** Values that must never be seen in a log, wherever they are put in. */
const canaries = ['10098765432', 'canary-token', 'canary-street', 'canary-search', '203.0.113.77'];

/** Answers as a careless statement does, whose error quotes what was sent. */
@Controller()
class Careless {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  @Handles('POST /orders')
  async place(): Promise<never> {
    await this.database.source.query('select $1::uuid, $2::text', ['10098765432', 'canary-street']);
    throw new Error('the statement fails');
  }
}

let clone: DatabaseClone;
let services: Services;
let api: Api;
const lines: string[] = [];

beforeAll(async () => {
  clone = await cloneDatabase();
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: clone.url,
    STRIPE_SECRET_KEY: 'sk_test',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
    MASTER_KEY: testMasterKey,
  });
  const parts = [{ name: 'careless', controllers: [Careless] }];
  const log = createLog('debug', 'test', { write: (line) => void lines.push(line) });
  services = await openServices(config, log, parts, 'test');
  api = await createApi(services, parts);
});
afterAll(async () => {
  await api?.app.close();
  await services?.close();
  await clone?.drop();
});
beforeEach(() => lines.splice(0));

const order = {
  lines: [{ skuId: '01a20ac8-9028-7e96-9c1e-db2cbb4e55a4', quantity: 1 }],
  delivery: { regionCode: '110101', address: 'canary-street', name: '张三', phone: '10098765432' },
};

test('a request that fails inside tells its id, route and error code to the log, and nothing of what was sent', async () => {
  const answer = await api.server.inject({
    method: 'POST',
    url: '/api/v1/orders?q=canary-search',
    remoteAddress: '203.0.113.77',
    headers: {
      'idempotency-key': 'canary-token',
      'order-token': 'canary-token',
      cookie: 'a=canary-token',
      authorization: 'canary-token',
    },
    payload: order,
  });
  expect(answer.statusCode).toBe(500);
  const log = lines.join('\n');
  expect(log).toContain(answer.json().traceId);
  expect(log).toContain('22P02');
  expect(log).toContain('/api/v1/orders');
  for (const canary of canaries) {
    expect(log).not.toContain(canary);
    expect(answer.body).not.toContain(canary);
  }
});

test.each([
  ['a search', 'GET', '/api/v1/products?q=canary-search', undefined],
  ['a wrong field', 'POST', '/api/v1/orders', { ...order, phone: '10098765432' }],
  ['a body that is no JSON', 'POST', '/api/v1/orders', '{"phone":"10098765432"'],
  ['an unknown page', 'GET', '/nowhere?phone=10098765432', undefined],
] as const)('%s leaves nothing personal in the log', async (_, method, url, payload) => {
  await api.server.inject({
    method,
    url,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'canary-token' },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(lines.length).toBeGreaterThan(0);
  for (const canary of canaries) expect(lines.join('\n')).not.toContain(canary);
});
