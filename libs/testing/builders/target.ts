import type { TestSandbox } from '../../../infra/sandbox/testing';
import type { Browser } from './browser';
import type { House, HouseOptions } from './house';
import type { Shop } from './orders';
import { keptFiles } from './kept-files';
import { contentOf, type Content } from './written';

export { contentOf };

export type Caller = Browser;

/** A request that must not be taken; by a guest and as POST where it does not say. */
export interface Bad {
  by?: Caller;
  method?: Parameters<Caller['ask']>[0];
  path: string;
  body?: object | string | Buffer;
  headers?: Record<string, string>;
  /** How the tables are called in which a refusal leaves its line, where it leaves one: their first letters. */
  leaves?: readonly string[];
}

/** The real api over a shop that sells and a provider that takes payments, to send bad input to. */
export interface Target {
  shop: Shop;
  house: House;
  sandbox: TestSandbox;
  guest: Caller;
  /** What stands in the database: two of these differ if anything was inserted, changed or deleted in between. */
  content(): Promise<Content>;
  /** Sends it and shows that it was refused as declared, and that no row of any table is another than before. */
  refused(bad: Bad, status: number, code: string): Promise<{ body: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** Give it the contexts of the api; identity is there in any case. */
export async function openTarget(contexts: NonNullable<HouseOptions['parts']>): Promise<Target> {
  // Loaded when asked for, as everything behind this lib's door that stands on contexts.
  const [{ openHouse }, { openShop }, { startTestSandbox }] = await Promise.all([
    import('./house'),
    import('./orders'),
    import('../../../infra/sandbox/testing'),
  ]);
  const [sandbox, shop] = await Promise.all([startTestSandbox(), openShop()]);
  const house = await openHouse({
    field: shop,
    parts: contexts.filter(({ name }) => name !== 'identity'),
    overrides: () => [keptFiles()],
    settings: {
      STRIPE_API_BASE: sandbox.origin,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
    },
  });
  const content = () => contentOf(house);
  const guest = house.browser('shop');
  return {
    ...{ shop, house, sandbox, guest, content },
    async refused({ by = guest, method = 'POST', path, body, headers, leaves = [] }, status, code) {
      const before = await content();
      const answer = await by.ask(method, path, body, headers);
      expect([answer.status, answer.code]).toEqual([status, code]);
      expect(answer.header('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.header('cache-control')).toBe('no-store');
      expect(answer.body).toMatchObject({ type: expect.stringMatching(/^urn:xihuo:problem:[a-z-]+$/), status });
      expect(JSON.stringify(answer.body)).not.toMatch(/ at .+\.[jt]s:\d|node_modules|select |insert into/);
      const after = await content();
      expect(without(after, leaves)).toEqual(without(before, leaves));
      for (const name of leaves) expect(only(after, name)).not.toEqual(only(before, name));
      return answer;
    },
    async close() {
      await house.close();
      await sandbox.close();
    },
  };
}

function only(content: Content, name: string): Content {
  return Object.fromEntries(Object.entries(content).filter(([table]) => table.startsWith(name)));
}

function without(content: Content, names: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([table]) => !names.some((name) => table.startsWith(name))));
}
