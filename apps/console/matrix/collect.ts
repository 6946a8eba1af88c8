import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { askedBy, isAnd, namesIn, refusedBy, returnsNothing, variablesIn, type Lists } from './conditions';
import { marksIn } from './marks';

/** Something named in a part, and the lists of roles that are asked for before it is drawn: one of each. */
export interface Named {
  readonly name: string;
  readonly roles: Lists;
}

/** What a function, component or constant of the console names. */
export interface Part {
  /** Routes, read or written. */
  readonly routes: readonly Named[];
  /** Other parts, as `file#name`. */
  readonly draws: readonly Named[];
  /** Lists of roles without which nothing of it is drawn. */
  readonly roles: Lists;
  /** It asks what the server said of the reader: `may`, `mine`, `actions`, the suppliers they act for. */
  readonly duty: boolean;
  /** Acts that its buttons say they are for, or the parts that say it for them. */
  readonly marks: readonly string[];
}

export interface PagePart {
  readonly path: string;
  readonly part: string;
  /** For whom alone it is, where its table of routes says so. */
  readonly roles: readonly string[] | null;
}

export interface Collected {
  readonly pages: readonly PagePart[];
  readonly parts: ReadonlyMap<string, Part>;
}

const DUTY = /\.may\b|\bmay[A-Z]\w*|\bmay\(|\.mine\b|\.actions\b|\bstep\b|\bsteps\b|useOwnSuppliers|\.allowed\b/;

/** All routes, for a template such as `POST /catalogue/${of}/{id}/publish` stands for each that fits; and all roles. */
export interface Vocabulary {
  readonly keys: readonly string[];
  readonly everyone: readonly string[];
}

/** The pages of a folder of sources and what each of their parts names. */
export function collect(root: string, vocabulary: Vocabulary): Collected {
  const texts = sourcesIn(root).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  return collectIn(root, texts, vocabulary);
}
/** As `collect`, of one text: `page.tsx`. */
collect.ofText = (text: string, vocabulary: Vocabulary): Collected => collectIn('', [['page.tsx', text]], vocabulary);

function collectIn(
  root: string,
  texts: readonly (readonly [path: string, text: string])[],
  { keys, everyone }: Vocabulary,
): Collected {
  const known = new Set(keys);
  const pages: PagePart[] = [];
  const parts = new Map<string, Part>();
  for (const [path, text] of texts) {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const imports = importsOf(root, source);
    const own = new Set(source.statements.flatMap(namesOf));
    for (const statement of source.statements) {
      for (const name of namesOf(statement)) {
        const refers = (id: string) => imports.get(id) ?? (own.has(id) && id !== name ? `${path}#${id}` : undefined);
        parts.set(`${path}#${name}`, partOf(statement, { keys, known, everyone, refers }));
      }
      pages.push(...pagesIn(root, source, statement));
    }
  }
  return { pages, parts };
}

function sourcesIn(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory())
      return ['i18n', 'matrix', 'node_modules'].includes(entry.name) ? [] : sourcesIn(root, path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function fileOf(root: string, from: string, wanted: string): string {
  const base = join(root, dirname(from), wanted);
  const found = [`${base}.tsx`, `${base}.ts`, join(base, 'index.ts')].find((one) => existsSync(one));
  return relative(root, found ?? base);
}

/** Local names of what is imported from other files of the console. */
function importsOf(root: string, source: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text: wanted } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    if (!wanted.startsWith('.') || !bindings || !ts.isNamedImports(bindings)) continue;
    const file = fileOf(root, source.fileName, wanted);
    for (const { name, propertyName } of bindings.elements)
      found.set(name.text, `${file}#${(propertyName ?? name).text}`);
  }
  return found;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

interface Names {
  readonly keys: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly everyone: readonly string[];
  readonly refers: (id: string) => string | undefined;
}

function partOf(statement: ts.Node, { keys, known, everyone, refers }: Names): Part {
  const variables = variablesIn(statement);
  const setters = settersIn(statement);
  const locals = localsIn(statement);
  const seen = new Set<string>();
  let routes: Named[] = [];
  let draws: Named[] = [];
  let whole: (readonly string[])[] = [];
  const opened = new Map<string, Lists[]>();
  const visit = (node: ts.Node, roles: Lists): void => {
    // Types name routes as well: they ask nothing.
    if (ts.isTypeNode(node)) return;
    for (const name of namedIn(node, { keys, known })) routes.push({ name, roles });
    if (ts.isIdentifier(node)) {
      const local = locals.get(node.text);
      const once = `${node.text} ${JSON.stringify(roles)}`;
      const other = local ? undefined : refers(node.text);
      if (other) draws.push({ name: other, roles });
      if (local && !seen.has(once)) {
        seen.add(once);
        visit(local, roles);
      }
      return;
    }
    // What a name stands for is looked at where the name is used.
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && locals.has(node.name.text)) return;
    if (ts.isIfStatement(node) && returnsNothing(node.thenStatement))
      whole.push(...refusedBy(node.expression, variables));
    for (const state of opens(node, setters)) opened.set(state, [...(opened.get(state) ?? []), roles]);
    if (isAnd(node)) {
      visit(node.left, roles);
      visit(node.right, [...roles, ...askedBy(node.left, variables)]);
    } else if (ts.isConditionalExpression(node)) {
      const asked = askedBy(node.condition, variables);
      const others = asked.length === 1 ? [everyone.filter((role) => !asked[0]!.includes(role))] : [];
      visit(node.condition, roles);
      visit(node.whenTrue, [...roles, ...asked]);
      visit(node.whenFalse, [...roles, ...others]);
    } else ts.forEachChild(node, (inner) => visit(inner, roles));
  };
  visit(statement, []);
  // What is shown once a button was pressed is for whom the button is: a dialog that the state of its part opens.
  for (const [state, by] of opened) if (by.every((lists) => lists.length === 1)) variables.set(state, [by.flat(2)]);
  [routes, draws, whole] = [[], [], []];
  seen.clear();
  visit(statement, []);
  const marks = marksIn(statement, { refers, routesIn: (node) => namedIn(node, { keys, known }) });
  return { routes, draws, roles: whole, duty: DUTY.test(statement.getText()), marks };
}

/** What the names declared within it stand for. */
function localsIn(statement: ts.Node): Map<string, ts.Expression> {
  const found = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    const isInner = ts.isVariableDeclaration(node) && node.parent.parent !== statement;
    if (isInner && ts.isIdentifier(node.name) && node.initializer) found.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** `const [open, setOpen] = useState(...)`: setter to state. */
function settersIn(statement: ts.Node): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isArrayBindingPattern(node.name) &&
      /^useState\b/.test(node.initializer?.getText() ?? '')
    ) {
      const [state, setter] = node.name.elements.map((one) => one.getText());
      if (state && setter) found.set(setter, state);
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** The state that a call opens, and with which value; `setOpen(null)` and `setOpen(false)` close it. */
function opens(node: ts.Node, setters: ReadonlyMap<string, string>): string[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
  const [value] = node.arguments;
  const state = setters.get(node.expression.text);
  if (!state || /^(null|false)$/.test(value?.getText() ?? 'null')) return [];
  return value && ts.isStringLiteral(value) ? [state, `${state} ${value.text}`] : [state];
}

/** The routes that a text names by itself, alone or one after the other, and those that a template stands for. */
function namedIn(node: ts.Node, { keys, known }: Pick<Names, 'keys' | 'known'>): readonly string[] {
  if (ts.isStringLiteralLike(node)) return node.text.split(', ').filter((one) => known.has(one));
  return ts.isTemplateExpression(node) ? fitting(node, keys) : [];
}

function fitting(node: ts.TemplateExpression, keys: readonly string[]): string[] {
  const whole = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (!/^(GET|POST|PUT|PATCH|DELETE) \//.test(whole[0]!)) return [];
  const pattern = new RegExp(`^${whole.map((one) => one.replace(/[{}]/g, '\\$&')).join('[a-z-]+')}$`);
  return keys.filter((key) => pattern.test(key));
}

/** `{ path, ...page(() => import('./x'), 'XPage') }`, wherever it stands in a table of routes. */
function pagesIn(root: string, source: ts.SourceFile, statement: ts.Node): PagePart[] {
  const found: PagePart[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const path = node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === 'path');
      const spread = node.properties.find(ts.isSpreadAssignment)?.expression;
      if (path && ts.isPropertyAssignment(path) && spread && ts.isCallExpression(spread)) {
        const [load, name, only] = spread.arguments;
        const wanted = /import\('(\.[^']+)'\)/.exec(load?.getText() ?? '')?.[1];
        const address = addressIn(path.initializer, source);
        if (wanted && name && ts.isStringLiteral(name) && address !== null) {
          const part = `${fileOf(root, source.fileName, wanted)}#${name.text}`;
          found.push({ path: address, part, roles: only ? namesIn(only) : null });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** Written out, or begun with a constant of the same file. */
function addressIn(node: ts.Expression, source: ts.SourceFile): string | null {
  const said = node.getText().replace(/^[`']|[`']$/g, '');
  return said.replace(/\$\{(\w+)\}|^(\w+)$/, (whole, inTemplate?: string, alone?: string) => {
    const constant = new RegExp(`const ${inTemplate ?? alone} = '([^']+)'`).exec(source.text);
    return constant?.[1] ?? whole;
  });
}
