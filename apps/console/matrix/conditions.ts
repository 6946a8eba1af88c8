import ts from 'typescript';

/** Lists of roles: one of each is asked for. */
export type Lists = readonly (readonly string[])[];

const ROLE_GUARDS = ['hasRole', 'readsWholeCountry'];

export const isAnd = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
/** `opened === 'publish'`. */
const isEqual = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
/** `opened !== null`. */
const isUnequal = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
const isOr = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken;

/** `return null`, or nothing at all. */
export function returnsNothing(statement: ts.Statement): boolean {
  return ts.isReturnStatement(statement) && /^(null|undefined)$/.test(statement.expression?.getText() ?? 'null');
}

/** `const isFinance = hasRole(me, ['finance'])`: what the name then asks for. */
export function variablesIn(statement: ts.Node): Map<string, Lists> {
  const found = new Map<string, Lists>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const lists = askedBy(node.initializer, found);
      if (lists.length > 0) found.set(node.name.text, lists);
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

/** The lists of roles that hold where a condition does. */
export function askedBy(node: ts.Node, variables: ReadonlyMap<string, Lists>): Lists {
  if (ts.isParenthesizedExpression(node)) return askedBy(node.expression, variables);
  if (isAnd(node)) return [...askedBy(node.left, variables), ...askedBy(node.right, variables)];
  if (ts.isIdentifier(node)) return variables.get(node.text) ?? [];
  if (isUnequal(node) && ts.isIdentifier(node.left)) return variables.get(node.left.text) ?? [];
  if (isEqual(node) && ts.isIdentifier(node.left) && ts.isStringLiteral(node.right))
    return variables.get(`${node.left.text} ${node.right.text}`) ?? [];
  if (!ts.isCallExpression(node) || !ROLE_GUARDS.includes(node.expression.getText())) return [];
  const named = rolesIn(node);
  return named ? [named] : [];
}

/** The lists of roles that hold where a condition does not: `if (!hasRole(me, ['finance']) || isOver) return null`. */
export function refusedBy(node: ts.Node, variables: ReadonlyMap<string, Lists>): Lists {
  if (isOr(node)) return [...refusedBy(node.left, variables), ...refusedBy(node.right, variables)];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return askedBy(node.operand, variables);
  return [];
}

function rolesIn(call: ts.CallExpression): readonly string[] | null {
  return call.arguments[1] ? namesIn(call.arguments[1]) : null;
}

/** Of a list that is written out. */
export function namesIn(list: ts.Expression): readonly string[] | null {
  if (!ts.isArrayLiteralExpression(list)) return null;
  const named = list.elements.map((one) => (ts.isStringLiteral(one) ? one.text : null));
  return named.every((one) => one !== null) ? named : null;
}
