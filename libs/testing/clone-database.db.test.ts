import { Client } from 'pg';
import { cloneDatabase, type DatabaseClone } from './clone-database';

const clones: DatabaseClone[] = [];
const clone = async () => {
  const made = await cloneDatabase();
  clones.push(made);
  return made;
};

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(() => Promise.all(clones.map((one) => one.drop())));

test('a clone is migrated', async () => {
  const { url } = await clone();
  const [row] = await query<{ there: boolean }>(url, `select to_regnamespace('ledger') is not null as there`);
  expect(row).toEqual({ there: true });
});

test('clones made at the same time know nothing of each other', async () => {
  const [one, two] = await Promise.all([clone(), clone()]);
  await query(one.url, 'create table only_here (id int)');
  const [row] = await query<{ there: boolean }>(two.url, `select to_regclass('only_here') is not null as there`);
  expect(row).toEqual({ there: false });
});

test('trigram search sees Chinese, which depends on how the cluster was made', async () => {
  const { url } = await clone();
  const [row] = await query<{ grams: string[] }>(url, `select show_trgm('洛川苹果') as grams`);
  expect(row?.grams.length).toBeGreaterThan(3);
});

test('dropping works while somebody is still connected', async () => {
  const { url, drop } = await clone();
  const idle = new Client({ connectionString: url });
  idle.on('error', () => undefined);
  await idle.connect();
  await drop();
  await expect(query(url, 'select 1')).rejects.toThrow(/does not exist/);
});
