/**
 * Writes libs/contract/openapi.json, the contract as others read it, docs/console-matrix.json, what each role finds and may do on the
 * pages of the console, and apps/console/frame/history-readers.json, whom the server tells the history of what. `npm run contract`;
 * the drift check holds them fresh.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.env.SWC_NODE_PROJECT = join(root, 'tsconfig.base.json');
process.env.SWCRC = 'true';
process.chdir(root);

const require = createRequire(import.meta.url);
require('@swc-node/register');
require('reflect-metadata');
/** @type {{ openApiDocument: () => unknown }} */
const { openApiDocument } = require('../../libs/platform/openapi/document.ts');
/** @type {{ wholeMatrix: () => unknown }} */
const { wholeMatrix } = require('../../apps/console/matrix/whole.ts');
/** @type {{ historyReaders: () => unknown }} */
const { historyReaders } = require('../../libs/insight/rules/history.ts');

/**
 * An operation, a schema and a refusal a line: what changes is seen as such, and the file is half of what it would be with every brace
 * on a line of its own.
 * @param {unknown} value
 * @param {number} depth how deep lines are broken
 * @returns {string}
 */
function inLines(value, depth) {
  if (depth === 0 || !value || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inLines(inner, depth - 1)}`);
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n}`;
}

writeFileSync(join(root, 'libs/contract/openapi.json'), `${inLines(openApiDocument(), 3)}\n`);
writeFileSync(join(root, 'docs/console-matrix.json'), `${inLines(wholeMatrix(), 3)}\n`);
writeFileSync(join(root, 'apps/console/frame/history-readers.json'), `${inLines(historyReaders(), 1)}\n`);
