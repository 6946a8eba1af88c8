import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { command, type CommandOptions } from './command';
import { Database, newId } from './database';
import type { Tx } from './tx';

let clone: DatabaseClone;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 4 });
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
});

const ask = (key: string, body: unknown = { packs: 2 }): CommandOptions => ({
  name: 'test.place',
  actor: { kind: 'guest' },
  requestId: newId(),
  idempotency: { scope: 'guest', route: 'POST /orders', key, body },
});

/** Work that leaves a trace each time it is really done. */
const work = (runs: string[]) => (_tx: Tx) => {
  runs.push('done');
  return Promise.resolve({ run: runs.length });
};

test('the same key again answers the first answer and does nothing', async () => {
  const runs: string[] = [];
  const first = await command(database, ask('again'), work(runs));
  const second = await command(database, ask('again'), work(runs));
  expect([first, second]).toEqual([
    { view: { run: 1 }, replayed: false },
    { view: { run: 1 }, replayed: true },
  ]);
  expect(runs).toHaveLength(1);
});

test('the same key with another body is refused', async () => {
  await command(database, ask('altered'), work([]));
  const altered = command(database, ask('altered', { packs: 3 }), work([]));
  await expect(altered).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('the same key while its work is still running is refused, not waited for', async () => {
  let finish = (): void => undefined;
  let begun = (): void => undefined;
  const running = new Promise<void>((resolve) => (begun = resolve));
  const first = command(database, ask('running'), async () => {
    begun();
    await new Promise<void>((resolve) => (finish = resolve));
  });
  await running;
  await expect(command(database, ask('running'), work([]))).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_RUNNING' });
  finish();
  await first;
});

test('work that fails keeps no answer: the same key may try again', async () => {
  const failing = command(database, ask('failing'), () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  await expect(command(database, ask('failing'), work([]))).resolves.toMatchObject({ replayed: false });
});

// The lock above could be forgotten by some later way of writing; the table itself must not hold two answers to one key.
test('the database itself refuses a second answer under one key', async () => {
  const keep = () =>
    database.pool.query(
      `insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at)
       values (sha256('key'), 'POST /orders', sha256('body'), '{}', now())`,
    );
  await keep();
  await expect(keep()).rejects.toMatchObject({ code: '23505' });
});
