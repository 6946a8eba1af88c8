/**
 * The committed OpenAPI document is what the contract says today, the matrix of the console what its pages do, and its list of readers what the
 * server tells them; a stale one misleads every client written from it, and whoever looks up who may do what.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './layers.mjs';

const WRITTEN = ['libs/contract/openapi.json', 'docs/console-matrix.json', 'apps/console/frame/history-readers.json'];
const read = () =>
  WRITTEN.map((name) => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : undefined));

/** @returns {string | undefined} what is wrong */
function drift() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const committed = read();
  // The generator is a script of its own; a document without one is exactly the drift this check is for.
  if (!scripts.contract) return committed[0] && 'libs/contract/openapi.json has no `npm run contract` that writes it.';

  const options = /** @type {const} */ ({ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { status } = spawnSync('npm', ['run', '--silent', 'contract'], options);
  const current = read();
  // A check leaves the tree as it found it.
  for (const [at, name] of WRITTEN.entries()) {
    const before = committed[at];
    if (before === undefined) rmSync(join(root, name), { force: true });
    else if (current[at] !== before) writeFileSync(join(root, name), before);
  }

  if (status !== 0) return '`npm run contract` failed.';
  const stale = WRITTEN.filter((_, at) => current[at] !== committed[at]);
  return stale.length === 0 ? undefined : `${stale.join(' and ')}: stale; run \`npm run contract\` and commit it.`;
}

const problem = drift();
if (problem) console.error(problem);
process.exitCode = problem ? 1 : 0;
