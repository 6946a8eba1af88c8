import { fail } from '@xihuo/contract';
import { ProblemError } from '@xihuo/kernel';
import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import type { CommandOptions } from './command';
import { commandBatch, type BatchedCommand } from './command-batch';
import { Database, newId } from './database';
import type { Tx } from './tx';

interface Wish {
  id: string;
  take: number;
}

let clone: DatabaseClone;
let owner: Client;
let database: Database;
/** Sizes of the batches that were worked off. */
let sizes: number[];
let gate: Promise<void>;

beforeAll(async () => {
  clone = await cloneDatabase();
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query(`create table public.shelf (stock integer not null);
    create table public.taken (id uuid primary key, take integer not null, at bigint generated always as identity);
    grant all on public.shelf, public.taken to xihuo_app`);
  database = await Database.open({ url: clone.url, pool: 4 });
});
beforeEach(async () => {
  sizes = [];
  gate = Promise.resolve();
  await owner.query('truncate public.shelf, public.taken, platform.idempotency_key, platform.outbox_event');
  await owner.query('insert into public.shelf values (10)');
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await clone.drop();
});

/** Gives out the shelf in arrival order; asking for 13 is a defect that breaks the whole statement. */
async function handOut(tx: Tx, wishes: readonly Wish[], each: readonly Tx[]): Promise<(string | ProblemError)[]> {
  sizes.push(wishes.length);
  await gate;
  const { rows } = await tx.client.query('select stock from public.shelf for update');
  let left: number = rows[0].stock;
  const answers = wishes.map((wish, index) => {
    each[index]!.emit('orderPlaced', { orderId: wish.id });
    each[index]!.audit({ action: 'shelf.take', subjectKind: 'wish', subjectId: wish.id });
    if (wish.take > left) return fail('OUT_OF_STOCK');
    left -= wish.take;
    return wish.id;
  });
  const won = wishes.filter((_, index) => !(answers[index] instanceof ProblemError));
  if (won.some((wish) => wish.take === 3.5)) throw new Error('a defect');
  await tx.client.query(
    'insert into public.taken (id, take) select id, take from unnest($1::uuid[], $2::integer[]) as won (id, take)',
    [won.map((wish) => wish.id), won.map((wish) => wish.take)],
  );
  await tx.client.query('update public.shelf set stock = $1', [left]);
  return answers;
}

const options = (key?: string, body?: unknown): CommandOptions => ({
  name: 'test.take',
  actor: { kind: 'guest' },
  requestId: newId(),
  ...(key === undefined ? {} : { idempotency: { scope: 'guest', route: 'POST /shelf', key, body: body ?? null } }),
});
const open = (maxSize = 64): BatchedCommand<Wish, string> =>
  commandBatch(database, { name: 'test.takeAll', maxSize, work: handOut });

test('callers gather while one batch is in flight, and are served in arrival order', async () => {
  const take = open(8);
  const wishes = Array.from({ length: 12 }, () => ({ id: newId(), take: 1 }));
  const results = await Promise.allSettled(wishes.map((wish) => take(options(), wish)));
  // The first does not go alone while the others stand behind it.
  expect(sizes).toEqual([8, 4]);
  expect(results.map((result) => result.status)).toEqual([...Array(10).fill('fulfilled'), 'rejected', 'rejected']);
  expect(results[10]).toMatchObject({ reason: { code: 'OUT_OF_STOCK' } });
  expect((await owner.query('select id from public.taken order by at')).rows.map((row) => row.id)).toEqual(
    wishes.slice(0, 10).map((wish) => wish.id),
  );
});

test('a loser leaves neither event nor audit entry nor key; a winner leaves each, with its own request', async () => {
  const take = open();
  const [first, loser, winner] = [4, 20, 6].map((many) => ({ id: newId(), take: many }));
  const asked = [options('a'), options('b'), options('c')];
  const results = await Promise.allSettled([first!, loser!, winner!].map((wish, index) => take(asked[index]!, wish)));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const events = await owner.query("select payload ->> 'orderId' as id, request_id from platform.outbox_event");
  expect(new Set(events.rows.map((row) => `${row.id} ${row.request_id}`))).toEqual(
    new Set([`${first!.id} ${asked[0]!.requestId}`, `${winner!.id} ${asked[2]!.requestId}`]),
  );
  const audits = await owner.query('select subject_id from platform.audit_content where subject_id = $1', [loser!.id]);
  expect(audits.rowCount).toBe(0);
  expect((await owner.query('select from platform.idempotency_key')).rowCount).toBe(2);
});

test('the same key twice is one effect: in one batch, and in a later one', async () => {
  const take = open();
  const wish = { id: newId(), take: 1 };
  const results = await Promise.all([
    take(options('other'), { id: newId(), take: 1 }),
    take(options('key', wish), wish),
    take(options('key', wish), wish),
  ]);
  expect(results.slice(1)).toEqual([
    { view: wish.id, replayed: false },
    { view: wish.id, replayed: true },
  ]);
  expect(await take(options('key', wish), wish)).toEqual({ view: wish.id, replayed: true });
  expect((await owner.query('select from public.taken')).rowCount).toBe(2);
});

test('the same key with another body is refused: in one batch, and in a later one', async () => {
  const take = open();
  const wish = { id: newId(), take: 1 };
  const reused = expect.objectContaining({
    status: 'rejected',
    reason: expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
  });
  const results = await Promise.allSettled([
    take(options('other'), { id: newId(), take: 1 }),
    take(options('key', wish), wish),
    take(options('key', { ...wish, take: 9 }), { ...wish, take: 9 }),
  ]);
  expect(results[2]).toEqual(reused);
  expect(await Promise.allSettled([take(options('key', 'else'), wish)])).toEqual([reused]);
});

test('a key that another process is working on is answered so', async () => {
  const other = await Database.open({ url: clone.url, pool: 2 });
  const wish = { id: newId(), take: 1 };
  let go = () => undefined as void;
  gate = new Promise((resolve) => (go = resolve));
  const slow = commandBatch(other, { name: 'test.takeAll', maxSize: 8, work: handOut })(options('key', wish), wish);
  while (sizes.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await expect(open()(options('key', wish), wish)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_RUNNING' });
  go();
  expect(await slow).toEqual({ view: wish.id, replayed: false });
  await other.close();
});

test('one defect does not spoil the answers of the others', async () => {
  const take = open();
  const wishes = [1, 2, 3.5, 4].map((many) => ({ id: newId(), take: many }));
  const results = await Promise.allSettled(wishes.map((wish) => take(options(newId()), wish)));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(sizes).toEqual([4, 1, 1, 1, 1]);
  expect((await owner.query('select stock from public.shelf')).rows).toEqual([{ stock: 3 }]);
});

test('more callers than may wait are turned away at once', async () => {
  const take = commandBatch(database, { name: 'test.takeAll', maxSize: 2, maxWaiting: 2, work: handOut });
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => take(options(), { id: newId(), take: 1 })));
  expect(results.map((result) => result.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ]);
  expect(results[4]).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
});
