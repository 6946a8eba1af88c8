import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testMasterKey } from '@xihuo/testing';

const root = join(__dirname, '../..');

/**
 * Runs a script of this folder in a process of its own, with the database, the master key and these values; answers how it ended:
 * the signal, or the code it gave back.
 */
export function ended(script: string, databaseUrl: string, ...values: string[]): Promise<string | number | null> {
  return new Promise((resolve, reject) => {
    const all = [join('test/chaos', script), databaseUrl, testMasterKey, ...values];
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...all], {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
}
