/**
 * `npm run check [-- step ...]`, here and in CI alike: every step (or those named) runs, each is timed, and any that
 * fails fails the whole. The very last line is that of `npm test`, alone.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './layers.mjs';

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);

/** @type {{ name: string, command: string[] }[]} */
const steps = [
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'lint',
    command: [bin('eslint/bin/eslint.js'), '--config', 'infra/tidy/eslint.config.mjs', '--max-warnings', '0', '.'],
  },
  { name: 'tidy', command: ['infra/tidy/tidy.mjs'] },
  { name: 'types', command: [bin('typescript-native/bin/tsc'), '--noEmit', '-p', 'tsconfig.base.json'] },
  { name: 'build', command: [bin('nx/dist/bin/nx.js'), 'run-many', '-t', 'build'] },
  { name: 'contract', command: ['infra/tidy/contract-drift.mjs'] },
  { name: 'tests', command: ['infra/tidy/run-tests.mjs', '--whole', '--twice'] },
];

/** @param {string[]} command @returns {Promise<{ code: number, out: string }>} */
function run(command) {
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code: code ?? 1, out }));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !steps.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const results = [];
for (const { name, command } of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n══ ${name}`);
  const started = Date.now();
  const { code, out } = await run(command);
  results.push({ name, code, out, seconds: (Date.now() - started) / 1000 });
}

const failed = results.filter(({ code }) => code !== 0);
const tests = results.find(({ name }) => name === 'tests');
const closing = tests?.out.match(/^\d+ passed, \d+ failed$/gm) ?? [];
const lastLine = closing.at(-1) ?? `0 passed, ${tests ? 1 : 0} failed`;

console.log('');
for (const { name, code, seconds } of results)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`);
console.log(failed.length === 0 ? 'check: all good' : `check: failed in ${failed.map(({ name }) => name).join(', ')}`);
console.log(lastLine);
process.exitCode = failed.length === 0 ? 0 : 1;
