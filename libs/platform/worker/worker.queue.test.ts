import 'reflect-metadata';
import { cloneDatabase, startRedis, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { z } from 'zod';
import { loadConfig } from '../config/config';
import type { ContextParts } from '../context/parts';
import { openServices, type Services } from '../context/services';
import { command } from '../database/command';
import { newId } from '../database/database';
import type { Tx } from '../database/tx';
import { defineJob } from '../jobs/job';
import { createLog } from '../log/log';
import { defineConsumer } from '../outbox/consumer';
import { replayDeadLetters } from '../outbox/replay-dead-letters';
import { startWorker, type HouseWorker } from './worker';

jest.setTimeout(60_000);

const system = { kind: 'system', name: 'test' } as const;

/** Consumers that write what they saw; one refuses the events it is told to refuse, one answers those it is told to answer. */
function recorder() {
  const refused = new Set<string>();
  const answered = new Set<string>();
  const calls: number[] = [];
  const jobs: string[] = [];
  const rounds: string[] = [];
  const note = (tx: Tx, consumer: string, orderId: string) =>
    tx.client.query('insert into public.seen (consumer, order_id) values ($1, $2)', [consumer, orderId]);
  const parts: ContextParts = {
    name: 'test',
    consumers: [
      defineConsumer({
        consumer: 'test.onOrderPlaced',
        event: 'orderPlaced',
        async handle(tx, events) {
          calls.push(events.length);
          for (const { payload } of events) {
            if (refused.has(payload.orderId)) throw new Error('cannot work this one off');
            await note(tx, 'test.onOrderPlaced', payload.orderId);
          }
        },
      }),
      defineConsumer({
        consumer: 'test.alsoOnOrderPlaced',
        event: 'orderPlaced',
        async handle(tx, events) {
          for (const { payload } of events) {
            await note(tx, 'test.alsoOnOrderPlaced', payload.orderId);
            if (answered.has(payload.orderId)) tx.emit('orderPaid', payload);
          }
        },
      }),
    ],
    jobs: [
      sayJob(jobs),
      defineJob({ name: 'test.round', every: 3_600_000, run: () => Promise.resolve(rounds.push('round')) }),
    ],
  };
  return { parts, refused, answered, calls, jobs, rounds };
}

function sayJob(said: string[]) {
  return defineJob({
    name: 'test.say',
    queue: 'jobs',
    payload: z.object({ word: z.string() }),
    run: (_kit, { word }) => Promise.resolve(said.push(word)),
  });
}

let redis: Awaited<ReturnType<typeof startRedis>> = null;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

describe.each(['postgres', 'redis'] as const)('on %s', (kind) => {
  let clone: DatabaseClone;
  let owner: Client;
  let services: Services;
  let worker: HouseWorker | undefined;
  let seen: ReturnType<typeof recorder>;

  const open = () =>
    openServices(
      loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: clone.url,
        ...(kind === 'redis' ? { REDIS_URL: redis!.url } : {}),
        STRIPE_SECRET_KEY: 'sk_test',
        STRIPE_WEBHOOK_SECRET: 'whsec_test',
        MASTER_KEY: testMasterKey,
      }),
      createLog('silent', 'test'),
      [],
      'test',
      { backoffMs: 20 },
    );
  const work = async (lostAfterMs = 200) => {
    worker = await startWorker(services, [seen.parts], { pollMs: 100, lostAfterMs });
  };

  beforeEach(async () => {
    if (kind === 'redis' && !redis) return;
    clone = await cloneDatabase();
    owner = new Client({ connectionString: clone.url });
    await owner.connect();
    await owner.query('create table public.seen (consumer text, order_id uuid, primary key (consumer, order_id))');
    await owner.query('grant all on public.seen to xihuo_app');
    seen = recorder();
    services = await open();
  });

  afterEach(async () => {
    if (kind === 'redis' && !redis) return;
    await worker?.stop();
    worker = undefined;
    await services.close();
    await owner.end();
    await clone.drop();
  });

  const run = kind === 'redis' ? testWithRedis : test;

  run('events are worked off once by every consumer, hundreds in a few jobs, and then are done', async () => {
    const orders = await place(700);
    await work();
    await until(async () => (await done()) === 700);
    expect(await seenBy('test.onOrderPlaced')).toEqual([...orders].sort());
    expect(await seenBy('test.alsoOnOrderPlaced')).toEqual([...orders].sort());
    expect(seen.calls.length).toBeLessThan(10);
  });

  run('an event is worked off well under a second after its commit', async () => {
    await work();
    await place(1);
    await until(async () => (await seenBy('test.onOrderPlaced')).length === 1);
    const started = performance.now();
    await place(1);
    await until(async () => (await seenBy('test.onOrderPlaced')).length === 2);
    expect(performance.now() - started).toBeLessThan(800);
  });

  run('a poison event is found among the others, laid aside, and goes through when replayed', async () => {
    const orders = await place(50);
    const bad = orders[17]!;
    seen.refused.add(bad);
    await work();
    await until(async () => (await count('platform.dead_letter')) === 1);
    expect(await seenBy('test.onOrderPlaced')).toEqual(orders.filter((order) => order !== bad).sort());
    const { rows } = await owner.query('select consumer, event_id, error from platform.dead_letter');
    expect(rows).toMatchObject([{ consumer: 'test.onOrderPlaced', error: 'Error' }]);

    seen.refused.clear();
    const fault = { consumer: 'test.onOrderPlaced', event: 'orderPlaced', error: 'Error' };
    const replay = async () =>
      (
        await command(services.database, { name: 'replay', actor: system, requestId: newId() }, (tx) =>
          replayDeadLetters(tx, fault),
        )
      ).view;
    // Pressed three times at once it is sent once.
    expect((await Promise.all([replay(), replay(), replay()])).sort()).toEqual([0, 0, 1]);
    await until(async () => (await done()) === 50);
    expect(await seenBy('test.onOrderPlaced')).toEqual([...orders].sort());
    expect(await count('platform.dead_letter')).toBe(0);
  });

  run('losing the whole queue store loses no event', async () => {
    const orders = await place(20);
    // As if a relay had dispatched them and the store then was wiped.
    await owner.query(
      `update platform.outbox_event set dispatched_at = clock_timestamp() - interval '1 minute', dispatches = 1`,
    );
    await work();
    await until(async () => (await done()) === 20);
    expect(await seenBy('test.onOrderPlaced')).toEqual([...orders].sort());
  });

  run('two workers share the work, and nothing is done twice', async () => {
    // Neither may take the other's work for lost while it is under way.
    await work(20_000);
    const other = await startWorker(services, [seen.parts], { pollMs: 100, lostAfterMs: 20_000 });
    const orders = (await Promise.all(Array.from({ length: 10 }, () => place(30)))).flat();
    try {
      await until(async () => (await done()) === 300);
      expect(await seenBy('test.onOrderPlaced')).toEqual(orders.sort());
      expect(await count('platform.dead_letter')).toBe(0);
      expect(await count('platform.outbox_event', 'dispatches > 1')).toBe(0);
    } finally {
      await other.stop();
    }
  });

  run('what a consumer emits carries the id of the request that began it all', async () => {
    await work();
    const requestId = newId();
    const orderId = newId();
    seen.answered.add(orderId);
    await place(1, requestId, [orderId]);
    await until(async () => (await count('platform.outbox_event', `name = 'orderPaid'`)) === 1);
    const { rows } = await owner.query(`select request_id from platform.outbox_event where name = 'orderPaid'`);
    expect(rows).toEqual([{ request_id: requestId }]);
  });

  run(
    'a periodic job is led by one worker; when that is gone, another leads it; waking it makes it run at once',
    async () => {
      await work();
      await until(() => Promise.resolve(seen.rounds.length === 1));
      await until(
        async () => (await count('platform.job_round', `job = 'test.round' and failing_since is null`)) === 1,
      );
      const other = recorder();
      const second = await startWorker(services, [other.parts], { pollMs: 100 });
      services.database.wake('test.round');
      await until(() => Promise.resolve(seen.rounds.length === 2));
      expect(other.rounds).toEqual([]);
      await worker!.stop();
      worker = second;
      await until(async () => {
        services.database.wake('test.round');
        return other.rounds.length > 0;
      });
      expect(seen.rounds).toHaveLength(2);
    },
  );

  run('a queued job runs with its payload; stopping waits for it', async () => {
    await work();
    await services.queues.add(sayJob([]), { word: '西货' }, { requestId: newId() });
    await until(() => Promise.resolve(seen.jobs.includes('西货')));
  });

  async function place(
    howMany: number,
    requestId = newId(),
    orders = Array.from({ length: howMany }, () => newId()),
  ): Promise<string[]> {
    await command(services.database, { name: 'place', actor: system, requestId }, async (tx) => {
      for (const orderId of orders) tx.emit('orderPlaced', { orderId });
    });
    return orders;
  }

  async function seenBy(consumer: string): Promise<string[]> {
    const { rows } = await owner.query('select order_id from public.seen where consumer = $1', [consumer]);
    return rows.map((row) => row.order_id as string).sort();
  }

  async function count(table: string, where = 'true'): Promise<number> {
    const { rows } = await owner.query(`select count(*)::integer as n from ${table} where ${where}`);
    return rows[0].n;
  }

  const done = () => count('platform.outbox_event', `name = 'orderPlaced' and done_at is not null`);
});

/** Redis is not everywhere; where it is missing, that is said and the PostgreSQL run stands alone. */
function testWithRedis(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    if (redis) await body();
    else console.warn('redis-server is not installed: not run on Redis');
  });
}

async function until(condition: () => Promise<boolean>, ms = 25_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
