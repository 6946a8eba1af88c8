/**
 * `npm run simulate -- [--seed S [--to T]] [--days N]`: trades N days (60) by seed S (1), or by each to T, on a PostgreSQL of its own while an auditor keeps books
 * of its own; the same seed is the same season. Ends with failure, and with seed, day, step and difference in words, where they part.
 */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = ['-r', '@swc-node/register', 'libs/testing/on-server.ts', 'test/simulation/tell.ts'];
const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test', SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
});
child.once('close', (code) => (process.exitCode = code ?? 1));
