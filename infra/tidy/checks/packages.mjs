/** What we take from others: every package is accounted for, and the lock file serves every machine. */

/** @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Manifest */
/** @typedef {{ resolved?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, link?: boolean }} Locked */

/**
 * Every package has its line in docs/dependencies.md (| `name` | why |), and every line its package.
 * @param {Manifest} manifest
 * @param {string} text
 * @returns {string[]} problems
 */
export function accounted({ dependencies = {}, devDependencies = {} }, text) {
  const named = new Set([...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name));
  const used = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  return [
    ...[...used]
      .filter((name) => !named.has(name))
      .map((name) => `${name}: no line in docs/dependencies.md says why we need it`),
    ...[...named]
      .filter((name) => !used.has(name))
      .map((name) => `${name}: docs/dependencies.md names it, package.json does not`),
  ];
}

/** Where Node would find `name` from the package at `path`. @param {string} path @param {string} name */
function* candidates(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (at === '') return;
    if (!at.includes('/node_modules/')) at = '/node_modules/';
  }
}

/**
 * A registry that misses one platform's package makes npm leave it out of the lock without a word, and `npm ci` then
 * fails everywhere. And a download address in the lock ties every install to the machine that wrote it.
 * @param {Record<string, Locked>} packages `packages` of package-lock.json
 * @returns {string[]} problems
 */
export function lockFile(packages) {
  const addresses = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => ![...candidates(path, name)].some((candidate) => candidate in packages))
      .map((name) => `package-lock.json: ${path || 'the root'} needs ${name}, which the lock leaves out`),
  );
  return [
    ...(addresses.length > 0 ? [`package-lock.json: ${addresses.length} download addresses; .npmrc omits them`] : []),
    ...missing,
  ];
}
