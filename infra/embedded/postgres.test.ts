import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { portNear } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { isAlive, waitUntil } from './processes.mjs';
import { runLines, testFolder } from './test-folder';

jest.setTimeout(60_000);

const dataDir = join(testFolder(), 'data');
const pidFile = join(dataDir, 'postgres/postmaster.pid');
const said: string[] = [];
const start = (options: Partial<Parameters<typeof startPostgres>[0]> = {}) =>
  startPostgres({ dataDir, durable: false, log: (line) => said.push(line), ...options });

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A runner that brings PostgreSQL up and is then killed the hard way. */
function killedRunner(): number {
  const { stdout, signal } = runLines(`
    import { writeSync } from 'node:fs';
    import { startPostgres } from './postgres.mjs';
    const { pid } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    writeSync(1, String(pid));
    process.kill(process.pid, 'SIGKILL');
  `);
  expect(signal).toBe('SIGKILL');
  return Number(stdout);
}

const rows = async (url: string) =>
  (await query<{ n: number }>(url, 'select n from kept order by n')).map(({ n }) => n);

beforeAll(async () => {
  const postgres = await start();
  await query(postgres.url, 'create table kept (n int); insert into kept values (1)');
  await postgres.stop();
});

beforeEach(() => said.splice(0));

afterEach(async () => {
  const found = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if (found > 0 && found !== process.pid && isAlive(found)) await (await start()).stop();
});

test('listens on this machine alone, with a password only we can read', async () => {
  const postgres = await start();
  const [row] = await query<Record<string, string>>(
    postgres.url,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
       datctype, datlocprovider from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({
    addresses: '127.0.0.1',
    sockets: '',
    datctype: expect.stringMatching(/UTF-8$/),
    datlocprovider: 'b',
  });
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  await expect(query(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  await postgres.stop();
});

test('leaves alone a port that was promised to a server which does not listen yet', async () => {
  const promised = await portNear(0);
  const postgres = await start({ port: promised, promised: [promised] });
  expect(postgres.port).not.toBe(promised);
  expect(said).toContainEqual(expect.stringContaining(`port ${promised} is taken`));
  await postgres.stop();
});

test('measures new tables soon, for plans made before that stay', async () => {
  const postgres = await start();
  expect(await query(postgres.url, 'show autovacuum_naptime')).toEqual([{ autovacuum_naptime: '10s' }]);
  await postgres.stop();
});

test('commits wait for the disk unless a test says otherwise', async () => {
  const postgres = await start({ durable: undefined });
  expect(await query(postgres.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  await postgres.stop();
});

test('takes over the server that a killed runner left alive', async () => {
  const orphan = killedRunner();
  const postgres = await start();
  expect(postgres).toMatchObject({ adopted: true, pid: orphan });
  expect(await rows(postgres.url)).toEqual([1]);
  await postgres.stop();
  expect(isAlive(orphan)).toBe(false);
});

test('starts after runner and server were killed together, with every committed row', async () => {
  const orphan = killedRunner();
  process.kill(orphan, 'SIGKILL');
  const postgres = await start();
  expect(postgres.adopted).toBe(false);
  expect(await rows(postgres.url)).toEqual([1]);
  await postgres.stop();
});

test('passes over a pid file whose number a stranger has got since', async () => {
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n54329\n\n127.0.0.1\n\nready\n`);
  const postgres = await start();
  expect(await rows(postgres.url)).toEqual([1]);
  await postgres.stop();
});

test('stops an orphan it cannot talk to, sets the lost password anew and goes on', async () => {
  const orphan = killedRunner();
  rmSync(join(dataDir, 'postgres-password'));
  const postgres = await start();
  expect(postgres.adopted).toBe(false);
  expect(isAlive(orphan)).toBe(false);
  expect(await rows(postgres.url)).toEqual([1]);
  await postgres.stop();
});

test('takes another port when the usual one is taken, and says so', async () => {
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  const postgres = await start({ port });
  expect(postgres.port).not.toBe(port);
  expect(said.join()).toContain(`port ${port} is taken`);
  await postgres.stop();
  await new Promise((resolve) => stranger.close(resolve));
});

test('tells when the server is gone', async () => {
  const postgres = await start();
  process.kill(postgres.pid, 'SIGKILL');
  await postgres.gone;
  expect(await waitUntil(() => !isAlive(postgres.pid), 5_000)).toBe(true);
});

test('a first start that was killed half-way leaves nothing in the way', async () => {
  const fresh = join(dataDir, 'fresh');
  const half = join(fresh, 'postgres.new-4242');
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'PG_VERSION'), '18\n');
  const postgres = await start({ dataDir: fresh });
  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(half)).toBe(false);
  await postgres.stop();
});

test('runs where user namespaces are forbidden, for root as an ordinary user', async () => {
  const fresh = join(dataDir, '../without-namespaces');
  const options = { dataDir: fresh, account: { namespaces: false, sharedRoot: join(dataDir, '..') } };
  const first = await start(options);
  await query(first.url, 'create table kept (n int); insert into kept values (2)');
  const uid = execFileSync('ps', ['-p', String(first.pid), '-o', 'uid='], { encoding: 'utf8' });
  expect(Number(uid)).toBeGreaterThan(0);
  await first.stop();
  const second = await start(options);
  expect(await rows(second.url)).toEqual([2]);
  await second.stop();
});

test('a cluster of another PostgreSQL is refused in words', async () => {
  const other = join(dataDir, 'other');
  mkdirSync(join(other, 'postgres'), { recursive: true });
  writeFileSync(join(other, 'postgres/PG_VERSION'), '16\n');
  await expect(start({ dataDir: other })).rejects.toThrow(/made by PostgreSQL 16; this is 18/);
});
