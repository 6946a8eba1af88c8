import { unlinkSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

let armed = new Set<string>();
let folder: string | null = null;

/**
 * Arms named failpoints from the setting FAILPOINTS: their names, comma separated, or an absolute path. There a file with a
 * failpoint's name (URI-encoded) arms it for one kill, so that the process that is started again lives on. Refused in
 * production by the config.
 */
export function armFailpoints(setting: string): void {
  folder = isAbsolute(setting) ? setting : null;
  armed = new Set(folder ? [] : setting.split(',').filter((name) => name !== ''));
}

/** A named place where a crash test may kill the process, as kill -9 would: no handler runs, nothing is flushed. */
export function failpoint(name: string): void {
  if (armed.has(name) || (folder !== null && takeOrder(folder, name))) process.kill(process.pid, 'SIGKILL');
}

/** Of several processes that come by, the one that removes the file is the one that dies. */
function takeOrder(inFolder: string, name: string): boolean {
  try {
    unlinkSync(join(inFolder, encodeURIComponent(name)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
