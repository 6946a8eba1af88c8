/**
 * The SQL fence: statements of a context touch the tables of its own schema and the `*_v` views of contexts below it,
 * never a base table of another, never anything above.
 */
import ts from 'typescript';
import { below, contexts } from '../layers.mjs';
import { isTest } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

const schemas = contexts.join('|');
const object = `"?(${schemas})"?\\s*\\.\\s*"?([a-z_][a-z0-9_]*)"?`;
const keyword = '\\b(?:from|join|into|update|only|call|using|perform)\\s+';
const anywhere = new RegExp(`(${keyword})?(?<![\\w.@/-])${object}(\\()?`, 'gi');
const afterKeyword = new RegExp(`(${keyword})${object}(\\()?`, 'gi');

/** Text in quotes and comments of SQL is data, such as the name of an event. @param {string} sql */
const withoutData = (sql) => sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");

/** Only these hold SQL and nothing else; elsewhere `ordering.placed` may be an event or a property. @param {string} path */
const isSqlFile = (path) => /\.((sql|store|row)\.ts|sql)$/.test(path);

/** @param {File} file @returns {string[]} the texts between quotes and backticks */
function literals({ path, text }) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTemplateExpression(node)) {
      found.push([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ? '));
    } else if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * A function is a door its context opened, such as `registry.policy_on(...)`, so calling one downward is fine;
 * `insert into t(...)` is no call.
 * @param {string} lib
 * @param {string[]} match
 * @returns {string | undefined}
 */
function wrong(lib, [, keywords = '', schema, name, bracket]) {
  const owner = schema.toLowerCase();
  if (owner === lib) return undefined;
  if (!below(lib).includes(owner)) return `${lib} may not read upward: ${owner}.${name}`;
  const isCall = bracket !== undefined && !/into\s+$/i.test(keywords);
  if (isCall || name.endsWith('_v')) return undefined;
  return `${lib} may read only the views ${owner} exports (*_v), not ${owner}.${name}`;
}

/** @param {File} file */
function entitySchema({ path, text }, /** @type {string} */ lib) {
  const schema = /@(?:View)?Entity\(\s*\{[^}]*\bschema:\s*['"](\w+)['"]/.exec(text)?.[1];
  return schema && schema !== lib ? [`${path}: a row of ${lib} maps a table of ${schema}`] : [];
}

/** @param {string} path @returns {string | undefined} the context whose SQL a file holds */
function ownerOf(path) {
  const lib =
    /^libs\/([^/]+)\/.*\.ts$/.exec(path)?.[1] ??
    /^infra\/database\/migrations\/\d+_(\w+)(?:\.check)?\.sql$/.exec(path)?.[1];
  return lib && contexts.includes(lib) && !isTest(path) ? lib : undefined;
}

/**
 * @param {File[]} files
 * @returns {string[]} problems
 */
export function sqlFence(files) {
  return files.flatMap((file) => {
    const lib = ownerOf(file.path);
    if (!lib) return [];
    const texts = file.path.endsWith('.sql') ? [file.text] : literals(file);
    const pattern = isSqlFile(file.path) ? anywhere : afterKeyword;
    const touched = texts.flatMap((text) => [...withoutData(text).matchAll(pattern)]);
    const problems = new Set(touched.map((match) => wrong(lib, match)).filter(Boolean));
    return [...[...problems].map((problem) => `${file.path}: ${problem}`), ...entitySchema(file, lib)];
  });
}
