import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { command, type CommandOptions } from '../database/command';
import { Database, newId } from '../database/database';

let clone: DatabaseClone;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 2 });
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
});

const ask = (requestId: string): CommandOptions => ({ name: 'test.emit', actor: { kind: 'guest' }, requestId });

async function written(requestId: string): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    'select name, payload, dispatched_at from platform.outbox_event where request_id = $1 order by id',
    [requestId],
  );
  return rows;
}

test('what a command emits is in the outbox once it is committed, with the request that caused it', async () => {
  const [requestId, orderId] = [newId(), newId()];
  await command(database, ask(requestId), (tx) => Promise.resolve(tx.emit('orderPlaced', { orderId })));
  expect(await written(requestId)).toEqual([{ name: 'orderPlaced', payload: { orderId }, dispatched_at: null }]);
});

test('what a failed command emitted was never said', async () => {
  const requestId = newId();
  const failing = command(database, ask(requestId), (tx) => {
    tx.emit('orderPlaced', { orderId: newId() });
    return Promise.reject(new Error('after emitting'));
  });
  await expect(failing).rejects.toThrow('after emitting');
  expect(await written(requestId)).toEqual([]);
});
