/** The files of a new context and of a new action, path by path. They compile, pass every check and do something small. */

/** approve-settlement -> approveSettlement @param {string} name */
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** approve-settlement -> ApproveSettlement @param {string} name */
const pascal = (name) => camel(`-${name}`);

/** @param {{ libs: string[][], contexts: string[] }} layers one row a line, as it reads best */
export function layers({ libs, contexts }) {
  const row = (/** @type {string[]} */ names) => names.map((name) => `"${name}"`).join(', ');
  const list = (/** @type {string[]} */ lines) => `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
  return `{\n  "libs": ${list(libs.map((names) => `[${row(names)}]`))},\n  "contexts": ${list(contexts.map((name) => `"${name}"`))}\n}`;
}

/** @param {string} name @param {string} zh @returns {Record<string, string>} */
export function context(name, zh) {
  return {
    [`libs/${name}/README.md`]: `# ${name} ${zh}

What it is for, in two sentences.

## Owns

- PostgreSQL schema \`${name}\`: what it alone writes.

## Invariants

- What must always hold, and where that is asserted.

## Events

Writes none yet.

Inside: \`rules\` (pure) <- \`store\` <- \`actions\` <- \`http\`, \`jobs\`; enter by \`index.ts\`.
`,
    [`libs/${name}/index.ts`]: `/** The one door of ${name}, ten names at most. Its first action opens it. */\nexport {};\n`,
    [`libs/${name}/project.json`]: `${JSON.stringify(
      {
        name,
        $schema: '../../node_modules/nx/schemas/project-schema.json',
        projectType: 'library',
        sourceRoot: `libs/${name}`,
        tags: [`layer:${name}`],
      },
      null,
      2,
    ).replace(/\[\s+("[^"]+")\s+\]/, '[$1]')}\n`,
  };
}

/** @typedef {{ context: string, name: string, verb: string, type: string }} Names */

/** @param {Names} names */
const rule = ({ type }) => `export interface ${type}Facts {
  readonly state: string;
}

/** Whether it may happen, from plain values alone. */
export function may${type}({ state }: ${type}Facts): boolean {
  return state === 'draft';
}
`;

/** @param {Names} names */
const ruleTest = ({ name, type }) => `import { may${type} } from './may-${name}';

describe('may ${name.replaceAll('-', ' ')}', () => {
  it.each([
    { given: 'draft', expected: true },
    { given: 'closed', expected: false },
  ])('$given: $expected', ({ given, expected }) => {
    expect(may${type}({ state: given })).toBe(expected);
  });
});
`;

/** @param {Names} names */
const work = ({ context, name, verb, type }) => `import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { may${type} } from '../rules/may-${name}';

export interface ${type}Input {
  readonly id: string;
  readonly state: string;
}

export interface ${type}View {
  readonly id: string;
}

/** Runs inside command(): load, ask the rule, save, say what happened. Safe to run twice. */
export async function ${verb}(tx: Tx, { id, state }: ${type}Input): Promise<${type}View> {
  must(may${type}({ state }), '${verb}: refused by its rule');
  tx.audit({ action: '${context}.${verb}', subjectKind: '${context}', subjectId: id });
  return { id };
}
`;

/** @param {Names} names */
const workTest = ({ name, verb }) => `import { command, Database } from '@xihuo/platform';
import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { ${verb} } from './${name}';

describe('${name.replaceAll('-', ' ')}', () => {
  let clone: DatabaseClone;
  let database: Database;
  beforeAll(async () => {
    clone = await cloneDatabase();
    database = await Database.open({ url: clone.url, pool: 2 });
  });
  afterAll(async () => {
    await database?.close();
    await clone?.drop();
  });

  const run = (id: string, state: string) =>
    command(
      database,
      { name: '${verb}', actor: { kind: 'system', name: 'test' }, requestId: 'test' },
      (tx) => ${verb}(tx, { id, state }),
    );

  it('answers with what it was done to', async () => {
    const id = database.newId();
    expect((await run(id, 'draft')).view).toEqual({ id });
  });

  it('is refused where the rule says no', async () => {
    await expect(run(database.newId(), 'closed')).rejects.toThrow('refused by its rule');
  });
});
`;

/** @param {string} context @param {string} name @returns {Record<string, string>} */
export function action(context, name) {
  const names = { context, name, verb: camel(name), type: pascal(name) };
  return {
    [`libs/${context}/rules/may-${name}.ts`]: rule(names),
    [`libs/${context}/rules/may-${name}.test.ts`]: ruleTest(names),
    [`libs/${context}/actions/${name}.ts`]: work(names),
    [`libs/${context}/actions/${name}.db.test.ts`]: workTest(names),
  };
}
