/** 300 lines a file, 70 a function. */
import ts from 'typescript';
import { isTest, isTypeScript } from './files.mjs';

/** @typedef {import('./files.mjs').File} File */

export const fileLimit = 300;
export const functionLimit = 70;

/** @param {string} text */
const linesOf = (text) => text.replace(/\n$/, '').split('\n').length;

/** @param {File[]} files */
export const fileSizes = (files) => new Map(files.map(({ path, text }) => [path, linesOf(text)]));

/** A describe or it is a chapter, not a function: its callback may be as long as its file. */
const isChapter = (/** @type {ts.Node} */ node) =>
  ts.isCallExpression(node.parent) && /^(describe|it|test)\b/.test(node.parent.expression.getText());

/** @param {ts.Node} node @returns {string} */
function nameOf(node) {
  const named = /** @type {{ name?: ts.Node }} */ (/** @type {unknown} */ (node)).name;
  if (named) return named.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return parent.name.getText();
  if (ts.isCallExpression(parent) && parent.parent) return `${parent.expression.getText().slice(0, 40)}(...)`;
  return ts.isConstructorDeclaration(node) ? 'constructor' : 'anonymous';
}

/**
 * @param {File} file
 * @returns {[string, number][]} `path#name` and lines of every function
 */
function functionsIn({ path, text }) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  /** @type {[string, number][]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !(isTest(path) && isChapter(node))) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push([`${path}#${nameOf(node)}`, last - first + 1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Of two functions with one name in a file, the longer counts. @param {File[]} files */
export function functionSizes(files) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const [name, lines] of files.filter(({ path }) => isTypeScript(path)).flatMap(functionsIn))
    sizes.set(name, Math.max(lines, sizes.get(name) ?? 0));
  return sizes;
}
