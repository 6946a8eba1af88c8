/**
 * What the settle bench has done by our own code, a process of its own so that its memory is its own:
 * `node settle-work.mjs prepare <day> | work` prints one JSON line, with the statements that took longest.
 */
import { createRequire } from 'node:module';
import { timeStatements } from './statement-times.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { command } = load('./libs/platform/database/command.js');
const { prepareRun } = load('./libs/settlement/actions/run/prepare-run.js');
const { workOffRuns } = load('./libs/settlement/actions/run/work-off-runs.js');

const [, , work = '', day = ''] = process.argv;
const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });

/** As the worker's job has it; what could not be settled ends the bench. */
const log = {
  info() {},
  error(/** @type {{ err: unknown }} */ { err }) {
    throw err;
  },
};

/** @type {Record<string, () => Promise<unknown>>} */
const works = {
  prepare: () =>
    command(
      database,
      { name: 'settlement.prepare', actor: { kind: 'system', name: 'bench' }, requestId: 'bench' },
      (/** @type {unknown} */ tx) => prepareRun(tx, day),
    ),
  work: () => workOffRuns({ database, log }),
};

const longest = timeStatements();
const began = performance.now();
await /** @type {() => Promise<unknown>} */ (works[work])();
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, megabytes: process.resourceUsage().maxRSS / 1024, ...longest() }));
await database.close();
