/**
 * The SQL fence: statements of a context touch the tables of its own schema and the `*_v` views of contexts below it,
 * never a base table of another, never anything above.
 */
import ts from 'typescript';
import { below, contexts } from '../layers.mjs';
import { isTest } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

const schemas = contexts.join('|');
const named = new RegExp(`(?<![\\w.@/-])"?(${schemas})"?\\s*\\.\\s*"?([a-z_][a-z0-9_]*)"?`, 'g');
const afterKeyword = new RegExp(
  `\\b(?:from|join|into|update|only|call|using|perform)\\s+"?(${schemas})"?\\.\"?([a-z_][a-z0-9_]*)"?`,
  'gi',
);

/** Text in quotes and comments of SQL is data, such as the name of an event. @param {string} sql */
const withoutData = (sql) => sql.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");

/** Only these hold SQL and nothing else; elsewhere `ordering.placed` may be an event or a property. @param {string} path */
const isSqlFile = (path) => /\.(sql|store|row)\.ts$/.test(path);

/** @param {File} file @returns {string[]} the texts between quotes and backticks */
function literals({ path, text }) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTemplateExpression(node)) {
      found.push(
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ? '),
      );
    } else if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {string} lib @param {string} schema @param {string} name @returns {string | undefined} */
function wrong(lib, schema, name) {
  if (schema === lib) return undefined;
  if (!below(lib).includes(schema)) return `${lib} may not read upward: ${schema}.${name}`;
  if (!name.endsWith('_v'))
    return `${lib} may read only the views ${schema} exports (*_v), not ${schema}.${name}`;
  return undefined;
}

/** @param {File} file */
function entitySchema({ path, text }, /** @type {string} */ lib) {
  const schema = /@(?:View)?Entity\(\s*\{[^}]*\bschema:\s*['"](\w+)['"]/.exec(text)?.[1];
  return schema && schema !== lib ? [`${path}: a row of ${lib} maps a table of ${schema}`] : [];
}

/**
 * @param {File[]} files
 * @returns {string[]} problems
 */
export function sqlFence(files) {
  return files.flatMap((file) => {
    const lib = /^libs\/([^/]+)\/.*\.ts$/.exec(file.path)?.[1];
    if (!lib || !contexts.includes(lib) || isTest(file.path)) return [];
    const pattern = isSqlFile(file.path) ? named : afterKeyword;
    const touched = literals(file).flatMap((literal) => [...withoutData(literal).matchAll(pattern)]);
    const problems = new Set(
      touched.map(([, schema, name]) => wrong(lib, schema.toLowerCase(), name)).filter(Boolean),
    );
    return [...[...problems].map((problem) => `${file.path}: ${problem}`), ...entitySchema(file, lib)];
  });
}
