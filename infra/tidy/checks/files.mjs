/** The files the checks look at, read once: everything we wrote, nothing that was built, fetched or published by others. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'coverage', 'generated', 'violations', 'seed']);
const code = /\.(ts|tsx|mts|mjs|js|cjs|sql|css|html)$/;

/** @typedef {{ path: string, text: string }} File */

/**
 * @param {string} root
 * @returns {File[]}
 */
export function readFiles(root, tops = ['apps', 'libs', 'infra', 'test']) {
  /** @type {File[]} */
  const files = [];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) walk(path);
      if (entry.isFile() && code.test(entry.name))
        files.push({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
    }
  };
  for (const top of tops) walk(join(root, top));
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

export const isTest = (/** @type {string} */ path) => /\.test\.tsx?$/.test(path);
export const isTypeScript = (/** @type {string} */ path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path);
