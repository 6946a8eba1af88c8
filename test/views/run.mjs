/**
 * `npm run views -- every [PATTERN]`: looks at every page in every state, width, mode, size and language, or at those whose
 * name has the pattern in it, and says what is wrong with which.
 * `npm run views -- pictures FOLDER [PATTERN]`: writes a picture of every page at 390 and 1280 px in both languages into the folder.
 */
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} args @param {Record<string, string>} env */
function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run([resolve(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build']);
run(['-r', '@swc-node/register', 'test/views/tell.ts', ...process.argv.slice(2).filter((word) => word !== '--')], {
  NODE_ENV: 'test',
  SWC_NODE_PROJECT: 'tsconfig.base.json',
  SWCRC: 'true',
});
