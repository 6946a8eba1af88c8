import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { portNear } from '../../infra/embedded/ports.mjs';
import { endProcess, waitUntil } from '../../infra/embedded/processes.mjs';

export interface TestRedis {
  url: string;
  /** kill -9: all that was in it is lost. */
  kill(): Promise<void>;
  /** Another one in its place, empty. */
  again(): Promise<TestRedis>;
  stop(): Promise<void>;
}

/** A Redis of one's own that keeps nothing, or null where redis-server is not installed. */
export async function startRedis(wanted?: number): Promise<TestRedis | null> {
  const port = wanted ?? (await portNear(0));
  const folder = mkdtempSync(join(tmpdir(), 'xihuo-redis-'));
  const options = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', options.map(String), { stdio: 'ignore' });
  const installed = await new Promise<boolean>((resolve, reject) => {
    child.once('spawn', () => resolve(true));
    child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(false) : reject(error)));
  });
  const stop = async () => {
    if (child.pid)
      await endProcess(child.pid, [
        ['SIGTERM', 5_000],
        ['SIGKILL', 2_000],
      ]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!installed) {
    await stop();
    return null;
  }
  const url = `redis://127.0.0.1:${port}`;
  if (!(await waitUntil(() => answers(url), 10_000))) {
    await stop();
    throw new Error('redis-server started but does not answer');
  }
  const kill = async () => void (await endProcess(child.pid!, [['SIGKILL', 5_000]]));
  const again = async () => {
    await kill();
    return (await startRedis(port))!;
  };
  return { url, kill, again, stop };
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
