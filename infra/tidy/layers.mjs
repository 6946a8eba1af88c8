/** The one table of who stands above whom (layers.json, bottom first); lint, the SQL fence and the generator read it. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

export const root = resolve(here, '../..');
export const layersFile = resolve(here, 'layers.json');

/** @type {{ libs: string[][], contexts: string[] }} */
const table = JSON.parse(readFileSync(layersFile, 'utf8'));

export const libs = table.libs.flat();

/** Libs with rules, store, actions, http and jobs inside, and a PostgreSQL schema of the same name. */
export const contexts = table.contexts;

/** Libs a given lib may import: every row below its own; neighbours in one row do not see each other. */
export function below(/** @type {string} */ lib) {
  const row = table.libs.findIndex((names) => names.includes(lib));
  if (row < 0) throw new Error(`${lib} has no place in layers.json`);
  return table.libs.slice(0, row).flat();
}

/** Folders of a context, lowest first: http, jobs -> actions -> store -> rules. Any other folder ranks with the store. */
export const rankOf = (/** @type {string} */ folder) =>
  ({ rules: 0, store: 1, actions: 2, http: 3, jobs: 3 })[folder] ?? 1;
