/** The committed OpenAPI document is what the contract says today; a stale one misleads every client written from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './layers.mjs';

const document = join(root, 'libs/contract/openapi.json');
const read = () => (existsSync(document) ? readFileSync(document, 'utf8') : undefined);

const committed = read();
const { status } = spawnSync('npm', ['run', '--silent', 'contract'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const current = read();
// A check leaves the tree as it found it.
if (committed !== undefined && current !== committed) writeFileSync(document, committed);

if (status !== 0) {
  console.error('`npm run contract` failed.');
  process.exitCode = 1;
} else if (current !== committed) {
  console.error('libs/contract/openapi.json is stale: run `npm run contract` and commit it.');
  process.exitCode = 1;
}
