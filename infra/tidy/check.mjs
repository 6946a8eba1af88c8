/**
 * `npm run check`, here and in CI alike: every step runs, each is timed, and any that fails fails the whole. The very
 * last line is that of `npm test`, alone.
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
  { name: 'tests', command: ['infra/tidy/run-tests.mjs'] },
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

const results = [];
for (const { name, command } of steps) {
  console.log(`\n══ ${name}`);
  const started = Date.now();
  const { code, out } = await run(command);
  results.push({ name, code, out, seconds: (Date.now() - started) / 1000 });
}

const failed = results.filter(({ code }) => code !== 0);
const lastLine =
  results
    .at(-1)
    ?.out.match(/^\d+ passed, \d+ failed$/gm)
    ?.at(-1) ?? '0 passed, 1 failed';

console.log('');
for (const { name, code, seconds } of results)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`);
console.log(failed.length === 0 ? 'check: all good' : `check: failed in ${failed.map(({ name }) => name).join(', ')}`);
console.log(lastLine);
process.exitCode = failed.length === 0 ? 0 : 1;
