import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { isHolderAlive, withLock } from '../../infra/embedded/lock.mjs';
import { startPostgres } from '../../infra/embedded/postgres.mjs';
import { fingerprint } from '../../infra/embedded/processes.mjs';

export const checkout = realpathSync(resolve(__dirname, '../..'));

type Server = Awaited<ReturnType<typeof startPostgres>>;

export interface TestServer {
  /** Its superuser's address in database `xihuo`, which the tests use for making and dropping clones only. */
  url: string;
  folder: string;
  /** Runs in this checkout that are alive, this one among them. */
  runs: number[];
  /** Stops the server unless another run still needs it. */
  leave(): Promise<void>;
}

/**
 * One PostgreSQL per checkout for all test runs at once, without waiting for the disk. A run that is killed leaves its
 * lease and perhaps the server behind; the next one sees that the lease's process is gone and takes the server over.
 */
export async function joinTestServer(folder = defaultFolder()): Promise<TestServer> {
  const leases = join(folder, 'leases');
  mkdirSync(leases, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  const lease = join(leases, String(process.pid));
  return withLock(lock, async () => {
    const server = await startOrRenew(folder);
    const others = livingLeases(leases);
    writeFileSync(lease, JSON.stringify({ pid: process.pid, fingerprint: fingerprint(process.pid), note: {} }));
    // Ctrl-C ends the test runner without its teardown, but not without this.
    const onExit = () => {
      rmSync(lease, { force: true });
      if (livingLeases(leases).length === 0) process.kill(server.pid, 'SIGINT');
    };
    process.once('exit', onExit);
    const leave = () =>
      withLock(lock, async () => {
        process.removeListener('exit', onExit);
        rmSync(lease, { force: true });
        if (livingLeases(leases).length === 0) await server.stop();
      });
    return { url: server.url, folder, runs: [...others, process.pid], leave };
  });
}

function defaultFolder(): string {
  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 10);
  return join(tmpdir(), `xihuo-test-${userInfo().uid}-${key}`);
}

async function startOrRenew(folder: string): Promise<Server> {
  const dataDir = join(folder, 'data');
  const start = () => startPostgres({ dataDir, durable: false, port: 54_400 });
  try {
    return await start();
  } catch {
    // Nothing waited for the disk, so a power cut may have spoilt the cluster; it held nothing but clones.
    rmSync(dataDir, { recursive: true, force: true });
    return start();
  }
}

function livingLeases(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const lease = readLease(path);
    if (lease && isHolderAlive(lease)) return [lease.pid];
    rmSync(path, { force: true });
    return [];
  });
}

function readLease(path: string): { pid: number; fingerprint: string | null; note: Record<string, unknown> } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
