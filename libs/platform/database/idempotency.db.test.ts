import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Database } from './database';

let clone: DatabaseClone;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 1 });
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
});

// Commands guard a key with a lock; some later way of writing might forget it. The table itself must not hold two answers.
test('the database itself refuses a second answer under one key', async () => {
  const keep = () =>
    database.pool.query(
      `insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at)
       values (sha256('key'), 'POST /orders', sha256('body'), '{}', now())`,
    );
  await keep();
  await expect(keep()).rejects.toMatchObject({ code: '23505' });
});
