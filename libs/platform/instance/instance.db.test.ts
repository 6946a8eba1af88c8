import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { Database } from '../database/database';
import { openInstance } from './instance';

let clone: DatabaseClone;
let owner: Client;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  database = await Database.open({ url: clone.url, pool: 2 });
});
afterAll(async () => {
  await database?.close();
  await owner?.end();
  await clone?.drop();
});

test('a production whose clock was moved does not start; elsewhere it does', async () => {
  expect(await openInstance(database, 'production')).toEqual({ demo: false });
  await owner.query("select platform.set_clock_offset('1 day')");
  await expect(openInstance(database, 'production')).rejects.toThrow(/business clock/);
  expect(await openInstance(database, 'development')).toEqual({ demo: false });
});
