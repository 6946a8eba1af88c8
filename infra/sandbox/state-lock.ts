import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Two processes must not append to one journal: an orphan of an earlier run on another port would be the second one.
 * A socket is the lock, since the system lets go of it when its owner dies, however it dies.
 */
export async function lockState(stateFile: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(resolve(stateFile)).digest('hex').slice(0, 32);
  const path = join(tmpdir(), `xihuo-sandbox-${userInfo().uid}-${name}.sock`);
  const server = (await tryListen(path)) ?? (await takeOver(path));
  if (!server) throw new Error(`Another sandbox is using ${stateFile}. Stop it first.`);
  return () => new Promise((done) => server.close(() => done()));
}

function tryListen(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(null) : fail(error)));
    server.listen(path, () => done(server.unref()));
  });
}

/** Nobody answers where an owner died. */
async function takeOver(path: string): Promise<Server | null> {
  const isAlive = await new Promise<boolean>((done) => {
    const socket = connect(path, () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
  if (isAlive) return null;
  rmSync(path, { force: true });
  return tryListen(path);
}
