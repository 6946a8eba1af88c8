// A copy of the working tree, uncommitted changes included, that can be damaged without anybody noticing.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endingSteps, findOrphan } from '../../infra/embedded/postmaster.mjs';
import { endProcess } from '../../infra/embedded/processes.mjs';

const parts =
  'apps docs infra libs test .gitignore .swcrc nx.json package-lock.json package.json tsconfig.base.json'.split(' ');

/**
 * The sources alone in a new temporary folder, with the installed packages linked in: nothing built, no data.
 * @param {string} root
 * @param {string} purpose part of the folder's name
 */
export function copySources(root, purpose) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `xihuo-${purpose}-`));
  for (const name of readdirSync(root).filter((name) => parts.includes(name)))
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** @param {string} root */
export function copyTree(root) {
  const folder = copySources(root, 'sabotage');
  mkdirSync(join(folder, 'tmp'));
  /** @type {Map<string, string>} */
  const sound = new Map();
  return {
    folder,
    /**
     * @param {import('./damages.mjs').Damage} damage
     * @returns {number} how often the pattern stands in the file; only at 1 the damage was done
     */
    damage({ file, find, replace }) {
      const text = readFileSync(join(folder, file), 'utf8');
      const times = text.split(find).length - 1;
      if (times !== 1) return times;
      sound.set(file, text);
      // A function, since a replacement text may hold `$1`, which replace() would read as its own.
      writeFileSync(
        join(folder, file),
        text.replace(find, () => replace),
      );
      return times;
    },
    /** @param {import('./damages.mjs').Damage} damage */
    mend({ file }) {
      const text = sound.get(file);
      if (text !== undefined) writeFileSync(join(folder, file), text);
    },
    async remove() {
      // A run that was cut short may have left its server behind.
      for (const name of readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('xihuo-test-'))) {
        const orphan = await findOrphan(join(folder, 'tmp', name, 'data/postgres'));
        if (orphan) await endProcess(orphan.pid, endingSteps);
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
