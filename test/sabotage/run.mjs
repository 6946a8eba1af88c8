/**
 * `npm run sabotage [-- word ...]`: proves that the tests bite. Applies each known damage (damages.mjs) alone to a copy of
 * this tree, runs the tests that should notice, and shows which did. Fails when a damage survives or no longer fits the
 * code. Words choose the damages whose name holds one of them.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTree } from './copy.mjs';
import { damages } from './damages.mjs';
import { endTests, runTests } from './tests.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** @typedef {{ damage: import('./damages.mjs').Damage, caughtBy: string[], seconds: number, why: string }} Verdict */

/**
 * @param {ReturnType<typeof copyTree>} copy
 * @param {import('./damages.mjs').Damage} damage
 * @returns {Promise<Verdict>}
 */
async function judge(copy, damage) {
  const started = Date.now();
  const fit = copy.damage(damage);
  if (fit !== 1) return { damage, caughtBy: [], seconds: 0, why: `its pattern stands ${fit} times in ${damage.file}` };
  try {
    const { failed, passed, out } = await runTests(copy.folder, damage.tests);
    const seconds = (Date.now() - started) / 1000;
    // A copy that does not even load proves nothing about the tests.
    const loaded = failed.length + passed > 0;
    const why = failed.length > 0 ? '' : loaded ? 'no test failed' : `no test ran:\n${out.slice(-2000)}`;
    return { damage, caughtBy: failed, seconds, why };
  } finally {
    copy.mend(damage);
  }
}

/** @param {Verdict} verdict */
function show({ damage, caughtBy, seconds, why }) {
  console.log(
    `${caughtBy.length > 0 ? 'caught  ' : 'SURVIVED'} ${damage.name}  (${damage.file}, ${seconds.toFixed(1)} s)`,
  );
  for (const test of caughtBy.slice(0, 3)) console.log(`           by ${test}`);
  if (caughtBy.length > 3) console.log(`           and ${caughtBy.length - 3} more`);
  if (why) console.log(`           ${why}`);
}

/** @param {string[]} words */
async function main(words) {
  const wanted = damages.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (wanted.length === 0) throw new Error(`No damage is called ${words.join(' or ')}.`);
  const copy = copyTree(root);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, async () => {
      await endTests();
      await copy.remove();
      process.exit(1);
    });
  try {
    console.log('First undamaged: the tests must pass, or their failing would prove nothing.');
    const sound = await runTests(copy.folder, [...new Set(wanted.flatMap(({ tests }) => tests))]);
    if (sound.code !== 0 || sound.passed === 0) {
      console.error(sound.out.slice(-4000));
      throw new Error('The undamaged copy fails its tests already.');
    }
    console.log(`${sound.passed} tests pass.\n`);
    const verdicts = [];
    for (const damage of wanted) {
      const verdict = await judge(copy, damage);
      show(verdict);
      verdicts.push(verdict);
    }
    const caught = verdicts.filter(({ caughtBy }) => caughtBy.length > 0).length;
    console.log(`\nsabotage: ${caught} of ${verdicts.length} damages caught`);
    process.exitCode = caught === verdicts.length ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

main(process.argv.slice(2).filter((word) => word !== '--')).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
