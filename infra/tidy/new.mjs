/**
 * `npm run new -- context <name> <中文名> --above <lib>` and `npm run new -- action <context> <verb-noun>`: write the files
 * of the style guide, so that the pattern is the easy way. Never overwrites.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as templates from './templates.mjs';

/** A wish we cannot fulfil, in words for the person who typed it. */
export class Refusal extends Error {}

/** @param {boolean} holds @param {string} words @returns {asserts holds} */
function refuseUnless(holds, words) {
  if (!holds) throw new Refusal(words);
}

/**
 * @param {string} root
 * @param {Record<string, string>} files
 * @returns {string[]} what was written
 */
function write(root, files) {
  const standing = Object.keys(files).filter((path) => existsSync(join(root, path)));
  refuseUnless(standing.length === 0, `Already there, nothing written: ${standing.join(', ')}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return Object.keys(files);
}

const layersOf = (/** @type {string} */ root) => join(root, 'infra/tidy/layers.json');

/** @param {string} root @returns {{ libs: string[][], contexts: string[] }} */
const readLayers = (root) => JSON.parse(readFileSync(layersOf(root), 'utf8'));

/**
 * @param {string} root
 * @param {{ name?: string, zh?: string, above?: string }} wish
 */
export function newContext(root, { name = '', zh = '', above = '' }) {
  const layers = readLayers(root);
  refuseUnless(/^[a-z]{3,20}$/.test(name), `A context is one lower-case English word, not "${name}".`);
  refuseUnless(
    /^\p{Script=Han}+$/u.test(zh),
    'Say its Chinese name too: npm run new -- context <name> <中文名> --above <lib>',
  );
  refuseUnless(!layers.libs.flat().includes(name), `libs/${name} already has its place in layers.json.`);
  const row = layers.libs.findIndex((libs) => libs.includes(above));
  refuseUnless(row >= 0, `--above says right above which lib it stands: one of ${layers.libs.flat().join(', ')}.`);

  const written = write(root, templates.context(name, zh));
  layers.libs.splice(row + 1, 0, [name]);
  const order = layers.libs.flat();
  layers.contexts = order.filter((lib) => lib === name || layers.contexts.includes(lib));
  writeFileSync(layersOf(root), `${templates.layers(layers)}\n`);
  return [...written, 'infra/tidy/layers.json'];
}

/**
 * @param {string} root
 * @param {{ context?: string, name?: string }} wish
 */
export function newAction(root, { context = '', name = '' }) {
  const { contexts } = readLayers(root);
  refuseUnless(contexts.includes(context), `"${context}" is no context; there are ${contexts.join(', ')}.`);
  refuseUnless(
    /^[a-z]+(-[a-z]+)+$/.test(name),
    `An action is a verb and a noun, such as approve-settlement, not "${name}".`,
  );
  return write(root, templates.action(context, name));
}

/** @param {string} root @param {string[]} words */
export function run(root, words) {
  const at = words.indexOf('--above');
  const above = at < 0 ? undefined : words[at + 1];
  const [kind, first, second] = at < 0 ? words : words.toSpliced(at, 2);
  if (kind === 'context') return newContext(root, { name: first, zh: second, above });
  if (kind === 'action') return newAction(root, { context: first, name: second });
  throw new Refusal(
    'npm run new -- context <name> <中文名> --above <lib>\nnpm run new -- action <context> <verb-noun>',
  );
}

const file = fileURLToPath(import.meta.url);
if (process.argv[1] === file) {
  try {
    const root = resolve(dirname(file), '../..');
    const written = run(root, process.argv.slice(2));
    // How lines break depends on how long the names are.
    const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
    execFileSync(process.execPath, [prettier, '--write', ...written], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    console.log('What no command can do for you: docs/growing.md');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
