import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { contentOf, openHouse, openShop, type Browser, type House, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../infra/sandbox/testing';
import { contexts } from '../../apps/api/contexts';

/** A request that must not be taken; by a guest and as POST where it does not say. */
export interface Bad {
  by?: Browser;
  method?: Parameters<Browser['ask']>[0];
  path: string;
  body?: object | string | Buffer;
  headers?: Headers;
}
export type Headers = Record<string, string>;

/** The real api over a shop that sells, to send bad input to. */
export interface Target {
  shop: Shop;
  house: House;
  sandbox: TestSandbox;
  guest: Browser;
  /** Sends it and shows that it was refused as declared, and that no row of any table is another than before. */
  refused(bad: Bad, status: number, code: string): Promise<{ body: Record<string, unknown> }>;
  close(): Promise<void>;
}

export async function openTarget(): Promise<Target> {
  const [sandbox, shop] = await Promise.all([startTestSandbox(), openShop()]);
  const house = await openHouse({
    field: shop,
    parts: contexts.filter(({ name }) => name !== 'identity'),
    settings: { STRIPE_API_BASE: sandbox.origin, STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret },
  });
  const guest = house.browser('shop');
  return {
    ...{ shop, house, sandbox, guest },
    async refused({ by = guest, method = 'POST', path, body, headers }, status, code) {
      const before = await contentOf(house);
      const answer = await by.ask(method, path, body, headers);
      expect([answer.status, answer.code]).toEqual([status, code]);
      expect(answer.header('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.header('cache-control')).toBe('no-store');
      expect(answer.body).toMatchObject({ type: expect.stringMatching(/^urn:xihuo:problem:[a-z-]+$/), status });
      expect(JSON.stringify(answer.body)).not.toMatch(/ at .+\.[jt]s:\d|node_modules|select |insert into/);
      expect(await contentOf(house)).toEqual(before);
      return answer;
    },
    async close() {
      await house.close();
      await sandbox.close();
    },
  };
}

export const json = (more: Headers = {}): Headers => ({ 'content-type': 'application/json', ...more });
export const keyed = (more: Headers = {}): Headers => ({ 'idempotency-key': randomUUID(), ...more });

/** A good order loosened, so that a case may spoil any part of it. */
export interface Draft {
  [field: string]: unknown;
  lines: Record<string, unknown>[];
  delivery: Record<string, unknown>;
}
export const draftOf = (body: ReturnType<Shop['bodyOf']>): Draft => structuredClone(body) as unknown as Draft;

export const partOf = (order: PlacedOrder) => order.supplierOrders[0]!;
