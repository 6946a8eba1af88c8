import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

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
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const sizes = new Map(chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code, { level: 9 }).length]));
      for (const page of pages) {
        /** @type {Set<string>} */
        const loaded = new Set();
        /** @param {string} fileName */
        const load = (fileName) => {
          if (loaded.has(fileName)) return;
          loaded.add(fileName);
          for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) load(next);
        };
        for (const module of page.modules) {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
          if (!chunk) this.error(`budget: nothing is built from ${module}`);
          load(chunk.fileName);
        }
        const kilobytes = [...loaded].reduce((all, name) => all + (sizes.get(name) ?? 0), 0) / 1000;
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
