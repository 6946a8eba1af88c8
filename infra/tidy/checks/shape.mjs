/** The map of the style guide: what lies at the top, and that every lib stands in its place with its README. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contexts, libs } from '../layers.mjs';

const top = new Set(
  'apps docs infra libs test nx.json package.json package-lock.json tsconfig.base.json README.md'.split(' '),
);
const unversioned = /^(\..*|node_modules|dist|coverage|.*\.log)$/;

export const readmeLimit = 30;

/** @param {string} root @param {string} path */
const read = (root, path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

/** @param {string} root @returns {string[]} problems */
export function topLevel(root) {
  return readdirSync(root)
    .filter((name) => !unversioned.test(name) && !top.has(name))
    .map((name) => `${name}: the top level holds ${[...top].join(' ')} and nothing else`);
}

/** @param {string} root @param {string} lib @returns {string[]} problems */
function libShape(root, lib) {
  const problems = [];
  const readme = read(root, `libs/${lib}/README.md`);
  const lines = readme?.trimEnd().split('\n') ?? [];
  if (!readme) problems.push(`libs/${lib}: no README.md`);
  else if (lines.length > readmeLimit)
    problems.push(`libs/${lib}/README.md: ${lines.length} lines, the limit is ${readmeLimit}`);
  if (readme && contexts.includes(lib) && !/^# .*\p{Script=Han}/u.test(lines[0]))
    problems.push(`libs/${lib}/README.md: the title says the name in Chinese too`);

  const { tags = [] } = JSON.parse(read(root, `libs/${lib}/project.json`) ?? '{}');
  if (!tags.includes(`layer:${lib}`))
    problems.push(`libs/${lib}/project.json: the tag layer:${lib} is what the fence looks at`);
  return problems;
}

/**
 * Two branches that each add a migration choose the same number, and nothing conflicts until a database is brought up to date.
 * @param {readonly string[]} names of the files
 * @returns {string[]} problems
 */
export function numbersTaken(names) {
  const steps = names.filter((name) => name.endsWith('.sql') && !name.endsWith('.check.sql'));
  return steps
    .filter((name) => steps.some((other) => other !== name && other.slice(0, 4) === name.slice(0, 4)))
    .map((name) => `infra/database/migrations/${name}: another has its number`);
}

/** @param {string} root @returns {string[]} problems */
export function shape(root) {
  const documents = ['README.md', 'docs/README.zh-CN.md', 'docs/dependencies.md', 'docs/decisions/README.md'];
  return [
    ...topLevel(root),
    ...documents.filter((path) => !read(root, path)).map((path) => `${path}: missing`),
    ...numbersTaken(readdirSync(join(root, 'infra/database/migrations'))),
    ...[...libs, 'ui', 'testing'].flatMap((lib) => libShape(root, lib)),
  ];
}
