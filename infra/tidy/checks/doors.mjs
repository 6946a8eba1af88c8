/** One door a lib, ten names at most, and no barrel behind it. */
import { posix } from 'node:path';
import ts from 'typescript';

/** @typedef {import('./files.mjs').File} File */

export const doorLimit = 10;

const parse = (/** @type {File} */ { path, text }) =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** @param {ts.Statement} statement */
const isExported = (statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/**
 * The names a file gives away; `export *` is followed, so that a star does not pass for one name.
 * @param {string} path
 * @param {Map<string, File>} files
 * @returns {Set<string>}
 */
function namesOf(path, files) {
  const file = files.get(path);
  if (!file) return new Set();
  /** @type {Set<string>} */
  const names = new Set();
  for (const statement of parse(file).statements) {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (exportClause && ts.isNamedExports(exportClause))
        exportClause.elements.forEach(({ name }) => names.add(name.text));
      else if (exportClause) names.add(exportClause.name.getText());
      else if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier))
        behind(path, moduleSpecifier.text, files).forEach((name) => names.add(name));
    } else if (isExported(statement)) {
      if (ts.isVariableStatement(statement))
        statement.declarationList.declarations.forEach(({ name }) => names.add(name.getText()));
      else
        names.add(/** @type {{ name?: ts.Node }} */ (/** @type {unknown} */ (statement)).name?.getText() ?? 'default');
    }
  }
  return names;
}

/** @param {string} from @param {string} specifier @param {Map<string, File>} files */
function behind(from, specifier, files) {
  const base = posix.join(posix.dirname(from), specifier);
  const path = [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((candidate) => files.has(candidate));
  return path ? namesOf(path, files) : new Set([`* from ${specifier}`]);
}

/** @param {File[]} files */
export function doorSizes(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return new Map(
    files
      .filter(({ path }) => /^libs\/[^/]+\/index\.ts$/.test(path))
      .map(({ path }) => [path.split('/')[1], namesOf(path, byPath).size]),
  );
}

/**
 * A file behind the door whose whole content is to hand on what others wrote. The contract is exempt: gathering what
 * each context declares is its work.
 * @param {File[]} files
 */
export function barrels(files) {
  return files
    .filter(({ path }) => /^libs\/[^/]+\/.+\/.*\.tsx?$|^libs\/[^/]+\/(?!index\.ts$)[^/]+\.tsx?$/.test(path))
    .filter(({ path }) => !path.startsWith('libs/contract/'))
    .filter((file) => {
      if (/\/index\.tsx?$/.test(file.path)) return true;
      const { statements } = parse(file);
      const handedOn = statements.filter((one) => ts.isExportDeclaration(one) && one.moduleSpecifier);
      return statements.length > 1 && handedOn.length === statements.length;
    })
    .map(({ path }) => `${path}: a barrel behind the door; import the file you mean`);
}
