import { fail } from '@xihuo/contract';
import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { command, type CommandOptions } from './command';
import { Database, newId } from './database';
import type { Tx } from './tx';

let clone: DatabaseClone;
let owner: Client;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query('create table public.note (word text primary key); grant all on public.note to xihuo_app');
  database = await Database.open({ url: clone.url, pool: 4 });
});
beforeEach(() => owner.query('truncate public.note, platform.idempotency_key, platform.outbox_event'));
afterAll(async () => {
  await database.close();
  await owner.end();
  await clone.drop();
});

const options = (key?: string, body: unknown = null, scope = 'me'): CommandOptions => ({
  name: 'test.write',
  actor: { kind: 'guest' },
  requestId: newId(),
  ...(key === undefined ? {} : { idempotency: { scope, route: 'POST /notes', key, body } }),
});
const write = (word: string) => async (tx: Tx) => {
  await tx.client.query('insert into public.note values ($1)', [word]);
  tx.emit('orderPlaced', { orderId: newId() });
  return { word };
};
const count = async (table: string): Promise<number> => (await owner.query(`select from ${table}`)).rowCount!;

test('work, key and event are written together', async () => {
  expect(await command(database, options('k'), write('a'))).toEqual({ view: { word: 'a' }, replayed: false });
  expect([
    await count('public.note'),
    await count('platform.idempotency_key'),
    await count('platform.outbox_event'),
  ]).toEqual([1, 1, 1]);
});

test('a refusal writes none of them, and its key may be used again', async () => {
  const refuse = async (tx: Tx) => {
    await write('a')(tx);
    throw fail('OUT_OF_STOCK');
  };
  await expect(command(database, options('k'), refuse)).rejects.toMatchObject({ code: 'OUT_OF_STOCK' });
  expect([
    await count('public.note'),
    await count('platform.idempotency_key'),
    await count('platform.outbox_event'),
  ]).toEqual([0, 0, 0]);
  expect(await command(database, options('k'), write('a'))).toMatchObject({ replayed: false });
});

test('the same key answers the same bytes and does nothing; another body is refused; another person is another', async () => {
  const body = { b: 1, a: 2 };
  const view = async () => ({ zebra: 1, ant: [3, 1], nothing: null });
  const first = await command(database, options('k', body), view);
  const again = await command(database, options('k', { a: 2, b: 1 }), write('never'));
  expect(again.replayed).toBe(true);
  expect(JSON.stringify(again.view)).toBe(JSON.stringify(first.view));
  await expect(command(database, options('k', { a: 3 }), write('never'))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await command(database, options('k', body, 'you'), write('b'))).toMatchObject({ replayed: false });
});

test('a key in use is answered as running', async () => {
  const inner = command(database, options('k'), async () => {
    await expect(command(database, options('k'), write('b'))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_RUNNING',
    });
    return null;
  });
  expect(await inner).toEqual({ view: null, replayed: false });
});

test('a serialisation failure is tried again, but not for ever', async () => {
  let tries = 0;
  const failing = (until: number) => async (tx: Tx) => {
    tries += 1;
    if (tries < until) throw Object.assign(new Error('serialisation'), { code: '40001' });
    return write(`try ${tries}`)(tx);
  };
  expect(await command(database, options(), failing(3))).toMatchObject({ view: { word: 'try 3' } });
  tries = 0;
  await expect(command(database, options(), failing(99))).rejects.toMatchObject({ code: '40001' });
  expect(tries).toBe(4);
  expect(await count('public.note')).toBe(1);
});

test('business time is the database time plus the offset, which the application cannot move', async () => {
  await owner.query("select platform.set_clock_offset('8 days')");
  const { view: now } = await command(database, options(), async (tx) => tx.now);
  const { rows } = await owner.query("select clock_timestamp() + interval '8 days' as wanted");
  expect(Math.abs(now.getTime() - rows[0].wanted.getTime())).toBeLessThan(5_000);
  await expect(database.pool.query("select platform.set_clock_offset('1 day')")).rejects.toMatchObject({
    code: '42501',
  });
  await owner.query("select platform.set_clock_offset('0')");
});

test('transactions run READ COMMITTED in the role of the application', async () => {
  const { view } = await command(database, options(), async (tx) => {
    const { rows } = await tx.client.query(
      "select current_user as who, current_setting('transaction_isolation') as how",
    );
    return rows[0];
  });
  expect(view).toEqual({ who: 'xihuo_app', how: 'read committed' });
});

describe('what is refused', () => {
  const refused = () =>
    owner.query<{ content: string }>(
      `select content from platform.audit_content where content::json -> 'after' ->> 'refused' is not null`,
    );
  const subjectId = newId();
  const refuse = (actor: CommandOptions['actor']) =>
    command(database, { ...options(), actor }, async (tx) => {
      tx.attempt({ action: 'note.write', subjectKind: 'note', subjectId });
      tx.audit({ action: 'note.write', subjectKind: 'note', subjectId });
      throw fail('FORBIDDEN');
    });

  test('leaves a line of the attempt, where it was declared, and nothing else', async () => {
    await expect(refuse({ kind: 'guest' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { rows } = await refused();
    expect(rows.map(({ content }) => JSON.parse(content))).toMatchObject([
      { action: 'note.write', subjectId, actor: 'guest', after: { refused: 'FORBIDDEN' } },
    ]);
  });

  test('is written a bounded number of times a minute for one actor, whoever else tries', async () => {
    const [one, other] = [newId(), newId()].map((personId) => ({ kind: 'person', personId, grants: [] }) as const);
    for (let times = 0; times < 40; times += 1) await refuse(one!).catch(() => undefined);
    await refuse(other!).catch(() => undefined);
    const { rows } = await refused();
    const by = (personId: string) => rows.filter(({ content }) => content.includes(personId)).length;
    // A minute may turn while they are written.
    expect(by(one!.personId)).toBeLessThanOrEqual(60);
    expect(by(one!.personId)).toBeGreaterThanOrEqual(20);
    expect(by(other!.personId)).toBe(1);
  });
});
