import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installedChromium } from './find-chromium.mjs';

describe('finding a Chromium', () => {
  let folder: string;
  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\necho Chromium 153.0\n');
    chmodSync(path, 0o755);
    return path;
  };
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'xihuo-chromium-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the one that CHROMIUM_PATH names, with its arguments', async () => {
    const path = program('mine');
    expect(await findChromium({ CHROMIUM_PATH: path, CHROMIUM_ARGS: '["--x"]' })).toEqual({
      executablePath: path,
      args: ['--x'],
    });
  });

  it('says so when CHROMIUM_PATH names nothing', async () => {
    await expect(findChromium({ CHROMIUM_PATH: join(folder, 'gone') })).rejects.toThrow('cannot be run');
  });

  it('looks along PATH', async () => {
    const path = program('google-chrome');
    expect(installedChromium({ PATH: `/nowhere:${folder}` })).toBe(path);
    expect(await findChromium({ PATH: folder })).toEqual({ executablePath: path, args: [] });
  });
});
