import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** A folder of the test's own, reachable by other users of the machine, gone when the suite is over. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xihuo-embedded-'));
  chmodSync(folder, 0o711);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a few lines in a process of their own that may then die as it likes. */
export function runLines(lines: string): { stdout: string; signal: NodeJS.Signals | null } {
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', lines], {
    cwd: __dirname,
    encoding: 'utf8',
  });
  if (result.status !== 0 && result.signal === null) throw new Error(result.stderr);
  return { stdout: result.stdout, signal: result.signal };
}
