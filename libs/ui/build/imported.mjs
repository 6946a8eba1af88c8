/**
 * Files that come at once with what is built from these modules: its own and all it imports, each once.
 * @param {import('rolldown').OutputBundle} bundle
 * @param {readonly string[]} modules ends of module paths
 * @returns {Map<string, import('rolldown').OutputChunk>} by file name
 * @throws Error where nothing is built from one of them
 */
export function imported(bundle, modules) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  /** @type {Map<string, import('rolldown').OutputChunk>} */
  const found = new Map();
  /** @param {import('rolldown').OutputChunk | undefined} chunk */
  const add = (chunk) => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.set(chunk.fileName, chunk);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  for (const module of modules) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (!chunk) throw new Error(`nothing is built from ${module}`);
    add(chunk);
  }
  return found;
}
