// What the console loads before somebody sees their home page, as the build left it: every script the document and the page ask for at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAll, isBuilt } from '../../infra/embedded/build.mjs';
import { root } from './stage.mjs';

/** kB, gzipped. */
const MOST_KILOBYTES = 300;
const built = join(root, 'dist/console');

/** @typedef {Record<string, { file: string, imports?: string[] }>} Manifest */

/** The files of a chunk and of all it imports at once. @param {Manifest} manifest @param {string} name @param {Set<string>} files */
function gather(manifest, name, files) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`nothing is built from ${name}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) gather(manifest, next, files);
}

/** @param {import('./report.mjs').Report} report */
export async function firstScreen(report) {
  if (!isBuilt()) await buildAll();
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
  /** @type {Set<string>} */
  const files = new Set();
  for (const name of ['index.html', 'home/home-page.tsx']) gather(manifest, name, files);
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length,
    0,
  );
  report.figure({
    ...{ figure: 'firstScreen', value: bytes / 1000, unit: 'kB', limit: MOST_KILOBYTES },
    said: `script of the first screen in ${files.size} files, gzipped; at most`,
  });
}
