import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(js|css|svg|html|json)$/;
/** Below this a compressed copy saves nothing once the headers are counted. */
const LEAST_BYTES = 1024;

/**
 * Writes .br and .gz beside every text file of a build, so that the server only has to choose and no request pays for
 * compressing.
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      // Of a build that failed there is nothing, and what it said must not be hidden.
      if (!existsSync(folder)) return;
      const names = await readdir(folder, { recursive: true });
      await Promise.all(
        names
          .filter((name) => TEXT.test(name))
          .map(async (name) => {
            const file = join(folder, name);
            const bytes = await readFile(file);
            if (bytes.length < LEAST_BYTES) return;
            const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
            await Promise.all([
              promisify(brotliCompress)(bytes, brotli).then((small) => writeFile(`${file}.br`, small)),
              promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
            ]);
          }),
      );
    },
  };
}
