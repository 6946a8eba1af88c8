import { imported } from './imported.mjs';

/**
 * Names in a document's head what its script asks for at its first line, so that it comes beside the script and not after it.
 * @param {Record<string, string>} asked by document, the end of the module's path
 * @returns {import('vite').Plugin}
 */
export function alongside(asked) {
  return {
    name: 'alongside',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const module = Object.entries(asked).find(([document]) => filename.endsWith(`/${document}`))?.[1];
        if (module === undefined || !bundle) return [];
        return [...imported(bundle, [module]).keys()]
          .filter((fileName) => !html.includes(fileName))
          .map((fileName) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
