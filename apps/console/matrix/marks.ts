import ts from 'typescript';
import type { Collected } from './collect';

interface Names {
  /** The routes that a text or a template stands for. */
  readonly routesIn: (node: ts.Node) => readonly string[];
  /** Another part, as `file#name`. */
  readonly refers: (id: string) => string | undefined;
}

/**
 * The acts that a part writes on its buttons: routes in `data-act`, in the `act` of a piece that has the button, and in the `route` of
 * an act that is handed to one; and the parts, as `file#name`, that say for it which.
 */
export function marksIn(statement: ts.Node, { routesIn, refers }: Names): string[] {
  const found: string[] = [];
  const locals = new Map<string, ts.Expression>();
  const read = (node: ts.Node): void => {
    found.push(...routesIn(node));
    if (ts.isIdentifier(node)) {
      const local = locals.get(node.text);
      locals.delete(node.text);
      if (local) read(local);
      else found.push(...[refers(node.text)].filter((one) => one !== undefined));
    }
    ts.forEachChild(node, read);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      locals.set(node.name.text, node.initializer);
    const isMark = ts.isJsxAttribute(node) && ['data-act', 'act', 'route'].includes(node.name.getText());
    const isRoute = ts.isPropertyAssignment(node) && node.name.getText() === 'route';
    if ((isMark || isRoute) && node.initializer) read(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** Every act that a button says it is for, on a page or in what the page draws. */
export function markedFrom({ parts }: Pick<Collected, 'parts'>, start: string): ReadonlySet<string> {
  const marked = new Set<string>();
  const seen = new Set<string>();
  const next = [start];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const part = parts.get(name);
    if (!part || seen.has(name)) continue;
    seen.add(name);
    for (const mark of part.marks)
      for (const route of parts.get(mark)?.routes.map((one) => one.name) ?? [mark]) marked.add(route);
    next.push(...part.draws.map((other) => other.name));
  }
  return marked;
}
