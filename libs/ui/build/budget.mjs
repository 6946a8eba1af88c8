import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { imported } from './imported.mjs';

/** A change may make a page heavier by this much; more is to be wanted, and then written down. */
const A_CHANGE = 5;

/**
 * Fails the build when what a page loads first outgrows its budget: the entry, the page's own chunk and everything these
 * import at once, gzipped. A limit in a document is read once; this one is read at every build. So is what each page weighed when
 * somebody last looked: a change that adds more than 5 kB fails until the new weight is written there.
 *
 * @param {{ name: string, modules: string[], maxKilobytes: number }[]} pages modules: ends of module paths, all loaded
 * @param {string} weights file with the kilobytes each page weighed, by its name
 * @returns {import('vite').Plugin}
 */
export function budget(pages, weights) {
  /** @type {Record<string, number>} */
  const weighed = JSON.parse(readFileSync(weights, 'utf8'));
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const sizes = new Map();
      for (const page of pages) {
        let bytes = 0;
        for (const [name, { code }] of imported(bundle, page.modules)) {
          if (!sizes.has(name)) sizes.set(name, gzipSync(code, { level: 9 }).length);
          bytes += sizes.get(name);
        }
        const kilobytes = bytes / 1000;
        const text = `${page.name} loads ${kilobytes.toFixed(1)} kB of script, of ${page.maxKilobytes} kB`;
        if (kilobytes > page.maxKilobytes) this.error(`budget: ${text}`);
        const before = weighed[page.name];
        if (before === undefined || kilobytes > before + A_CHANGE)
          this.error(`budget: ${text}; it weighed ${before}: write the new weight into ${weights} if it is worth it`);
        this.info(text);
      }
    },
  };
}
