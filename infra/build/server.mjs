/**
 * One pass of swc over everything the server runs: apps/{api,worker}, libs, infra/{database,sandbox} become
 * dist/server in the same relative layout. Other files beside the code (.sql, .csv, .json) are copied, so that
 * `__dirname` finds them in both places. The web, the tests and the tools that run from source stay out.
 */
import { transformFile } from '@swc/core';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'dist/server');
const fresh = `${out}.new-${process.pid}`;

const sources = ['apps/api', 'apps/worker', 'infra/database', 'infra/sandbox', 'libs'];
const left = [
  /^libs\/(ui|testing)\//,
  /\.test\.tsx?$/,
  /\.d\.ts$/,
  /\.(md|mjs|mts|tsx)$/,
  /(^|\/)(project|tsconfig)\.json$/,
  /\/fixtures\//,
];

const swc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const options = { ...swc, $schema: undefined, swcrc: false, jsc: { ...swc.jsc, baseUrl: root } };

/** @param {string} file path from the root */
async function build(file) {
  const target = join(fresh, file);
  mkdirSync(dirname(target), { recursive: true });
  if (extname(file) !== '.ts') return copyFileSync(join(root, file), target);

  const output = await transformFile(join(root, file), {
    ...options,
    sourceFileName: relative(dirname(join(out, file)), join(root, file)),
  });
  const js = target.replace(/\.ts$/, '.js');
  const map = `${js}.map`;
  writeFileSync(js, `${output.code}\n//# sourceMappingURL=${map.slice(map.lastIndexOf(sep) + 1)}\n`);
  if (output.map) writeFileSync(map, output.map);
}

const started = Date.now();
const files = sources
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) =>
    relative(root, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join('/'),
  )
  .filter((file) => !left.some((pattern) => pattern.test(file)));

// Built beside and swapped in, so that a failing build leaves the last good one standing.
try {
  await Promise.all(files.map(build));
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
console.log(`server: ${files.length} files in ${Date.now() - started} ms`);
