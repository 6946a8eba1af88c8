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
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const named = new Set();
        /** @param {string} fileName */
        const name = (fileName) => {
          if (named.has(fileName)) return;
          named.add(fileName);
          for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) name(next);
        };
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        if (!chunk) throw new Error(`alongside: nothing is built from ${module}`);
        name(chunk.fileName);
        return [...named]
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
