/** The committed OpenAPI document is what the contract says today; a stale one misleads every client written from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './layers.mjs';

const document = join(root, 'libs/contract/openapi.json');
const read = () => (existsSync(document) ? readFileSync(document, 'utf8') : undefined);

/** @returns {string | undefined} what is wrong */
function drift() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const committed = read();
  // The generator is a script of its own; a document without one is exactly the drift this check is for.
  if (!scripts.contract) return committed && 'libs/contract/openapi.json has no `npm run contract` that writes it.';

  const options = /** @type {const} */ ({ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const { status } = spawnSync('npm', ['run', '--silent', 'contract'], options);
  const current = read();
  // A check leaves the tree as it found it.
  if (committed === undefined) rmSync(document, { force: true });
  else if (current !== committed) writeFileSync(document, committed);

  if (status !== 0) return '`npm run contract` failed.';
  return current === committed
    ? undefined
    : 'libs/contract/openapi.json is stale: run `npm run contract` and commit it.';
}

const problem = drift();
if (problem) console.error(problem);
process.exitCode = problem ? 1 : 0;
