/** Lints every planted violation as if it stood where its first line says, and prints what each one ran into. */
import { ESLint } from 'eslint';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const folder = join(here, 'fixtures/violations');

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(here, 'eslint.config.mjs'),
  // The planted files are in no TypeScript program, so the rules that need types cannot look at them.
  overrideConfig: [{ files: ['**/planted*'], ...tseslint.configs.disableTypeChecked }],
});

/** @param {string} name @param {string} text */
const header = (name, text) => new RegExp(`^// ${name}: (.+)$`, 'm').exec(text)?.[1] ?? '';

const found = [];
for (const file of readdirSync(folder).filter((name) => /\.tsx?$/.test(name))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const [result] = await eslint.lintText(text, { filePath: join(root, header('as', text)) });
  const rules = result.messages.map(({ ruleId, message }) => ruleId ?? message);
  found.push({ file, expected: header('expect', text).split(', ').sort(), rules: rules.sort() });
}
console.log(JSON.stringify(found));
