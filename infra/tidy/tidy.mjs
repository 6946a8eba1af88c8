/** `node infra/tidy/tidy.mjs`: sizes, doors, names, SQL fence, shape of the tree and packages. Prints what is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { barrels, doorLimit, doorSizes } from './checks/doors.mjs';
import { readFiles } from './checks/files.mjs';
import { accounted, lockFile } from './checks/packages.mjs';
import { ratchet } from './checks/ratchet.mjs';
import { shape } from './checks/shape.mjs';
import { fileLimit, fileSizes, functionLimit, functionSizes } from './checks/size.mjs';
import { sqlFence } from './checks/sql.mjs';
import { words } from './checks/words.mjs';
import { root } from './layers.mjs';

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const files = readFiles(root);
const exceptions = json('infra/tidy/exceptions.json');
const problems = [
  ...ratchet('lines', fileLimit, fileSizes(files), exceptions.files),
  ...ratchet('lines', functionLimit, functionSizes(files), exceptions.functions),
  ...ratchet('names', doorLimit, doorSizes(files), exceptions.doors),
  ...barrels(files),
  ...words(files),
  ...sqlFence(files),
  ...shape(root),
  ...accounted(json('package.json'), readFileSync(join(root, 'docs/dependencies.md'), 'utf8')),
  ...lockFile(json('package-lock.json').packages),
];

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `tidy: ${files.length} files` : `tidy: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
