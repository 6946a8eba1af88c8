/**
 * What the admission bench has done by our own code, a process of its own so that its memory is its own:
 * `node admission-work.mjs prepare | night | reassess <version> <day>` prints one JSON line, with the statements that took longest.
 */
import { createRequire } from 'node:module';
import { timeStatements } from './statement-times.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { command } = load('./libs/platform/database/command.js');
const { Notices } = load('./libs/platform/notices/notices.js');
const { Vault } = load('./libs/platform/seal/vault.js');
const { watch } = load('./libs/admission/watch-door.js');

const [, , work = '', version = '', today = ''] = process.argv;
const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });
const vault = new Vault(String(process.env.MASTER_KEY));
const kit = { vault, notices: new Notices(vault) };

/** Places, settings and the first standard, as the seed brings them. */
async function prepare() {
  const actor = { kind: 'system', name: 'bench' };
  const { bringPlaces, bringSettings } = load('./infra/database/reference/reference.js');
  const { standard } = load('./infra/database/seed/standard.js');
  for (const run of [bringPlaces, bringSettings, standard.run])
    await command(database, { name: 'bench', actor, requestId: 'bench' }, (/** @type {unknown} */ tx) => run(tx));
  return {};
}

/** @type {Record<string, () => Promise<object>>} */
const works = {
  prepare,
  night: async () => ({ steps: await watch.runRound(database, kit) }),
  reassess: () => watch.reassess(database, { version, today, requestId: 'bench' }),
};

const longest = timeStatements();
const started = performance.now();
const outcome = await /** @type {() => Promise<object>} */ (works[work])();
const ms = performance.now() - started;
console.log(
  JSON.stringify({
    ...outcome,
    statements: longest().statements,
    ms,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await database.close();
