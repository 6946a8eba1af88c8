import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { must } from '@xihuo/kernel';
import type { FileStore } from './files';

/** Files in a folder of this machine, each under its hash; the same content is kept once. */
export function localFolder(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    must(/^[0-9a-f]{64}$/.test(sha256), 'a file is named by its hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256);
      if (await exists(path)) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Written beside and moved in: a process killed half-way leaves no half file under a good name.
      const half = `${path}.${randomUUID()}`;
      try {
        const file = await open(half, 'wx', 0o600);
        await file.writeFile(bytes);
        await file.sync();
        await file.close();
        await rename(half, path);
      } finally {
        await rm(half, { force: true });
      }
    },
    async get(sha256) {
      return readFile(pathOf(sha256)).catch(nullIfMissing);
    },
    async drop(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
    async stream(sha256) {
      const file = await open(pathOf(sha256)).catch(nullIfMissing);
      // Closed by itself when it was read, or when nobody reads on.
      return file && file.createReadStream();
    },
    async piece(sha256, { first, last }) {
      const file = await open(pathOf(sha256)).catch(nullIfMissing);
      if (!file) return null;
      try {
        const bytes = Buffer.alloc(last - first + 1);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, first);
        must(bytesRead === bytes.length, 'a stored file is as long as it was');
        return bytes;
      } finally {
        await file.close();
      }
    },
  };
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
