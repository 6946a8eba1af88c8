/** Two lint rules of our own: one door between libs, and one direction inside a context. */
import { dirname, posix, relative, sep } from 'node:path';
import { contexts, rankOf, root } from './layers.mjs';

/** Tests, and what only tests load. */
const isTest = (/** @type {string} */ file) => /\.test\.tsx?$|^libs\/.*\/fixtures\//.test(file);

/**
 * Calls `look(specifier, node)` for every module a file names, by import, export or import().
 * @param {(specifier: string, node: import('eslint').Rule.Node) => void} look
 */
function onEverySpecifier(look) {
  const visit = (/** @type {any} */ node) => {
    if (typeof node.source?.value === 'string') look(node.source.value, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
    TSImportType: visit,
  };
}

/** `libs/settlement/actions/approve.ts` -> its lib and the folder inside; undefined outside of libs. */
function placeOf(/** @type {string} */ path) {
  const [top, lib, folder, ...rest] = path.split('/');
  if (top !== 'libs' || !lib) return undefined;
  return { lib, folder: rest.length > 0 ? folder : undefined };
}

/** @param {import('eslint').Rule.RuleContext} context */
const fileOf = (context) => relative(root, context.filename).split(sep).join('/');

/** @type {import('eslint').Rule.RuleModule} */
const door = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { deep: 'Import another lib by its door only: @xihuo/{{lib}}, not {{specifier}}.' },
  },
  create(context) {
    const file = fileOf(context);
    const from = placeOf(file);
    return onEverySpecifier((specifier, node) => {
      const deep = /^@xihuo\/([^/]+)\/.+/.exec(specifier);
      const target = specifier.startsWith('.') ? placeOf(posix.join(dirname(file), specifier)) : undefined;
      const lib = deep?.[1] ?? (target && target.lib !== from?.lib ? target.lib : undefined);
      if (lib) context.report({ node, messageId: 'deep', data: { lib, specifier } });
    });
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const inside = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: 'Inside a context: http, jobs -> actions -> store -> rules. {{from}} may not see {{to}}.',
      impure: 'Rules are pure: they see other rules, @xihuo/contract and @xihuo/kernel, not {{specifier}}.',
    },
  },
  create(context) {
    const file = fileOf(context);
    const from = placeOf(file);
    if (!from?.folder || !contexts.includes(from.lib) || isTest(file)) return {};
    const { lib, folder } = from;

    return onEverySpecifier((specifier, node) => {
      if (!specifier.startsWith('.')) {
        const pure = ['@xihuo/contract', '@xihuo/kernel'].includes(specifier);
        if (folder === 'rules' && !pure) context.report({ node, messageId: 'impure', data: { specifier } });
        return;
      }
      const target = placeOf(posix.join(dirname(file), specifier));
      if (target?.lib !== lib || target.folder === folder) return;
      const throughOwnDoor = target.folder === undefined;
      if (throughOwnDoor || rankOf(target.folder) >= rankOf(folder))
        context.report({
          node,
          messageId: 'upward',
          data: { from: folder, to: target.folder ?? 'its own door' },
        });
    });
  },
};

export const fences = { rules: { door, inside } };
